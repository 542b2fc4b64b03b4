"use client";

import { useState } from "react";
import { newId } from "@/platform/ids";
import { isRecord, isText } from "@/platform/shape";
import { toast } from "@/ui/toast";

/** What a refusal says to a person; without one of ours it was the line. */
export function refusalWords(error: unknown): string {
  const ours = isRecord(error) && isRecord(error.data) && isText(error.data.appCode);
  return ours && isText(error.message)
    ? error.message
    : "The server could not be reached. Nothing was changed. Check the connection and try again.";
}

/** A change: one intent has one id; what is refused is said where it was asked for. */
export function useChange() {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  async function change<Result>(
    send: (about: { commandId: string }) => Promise<Result>,
    done?: string,
  ): Promise<Result | null> {
    setBusy(true);
    setRefused(null);
    try {
      const result = await send({ commandId: newId() });
      if (done !== undefined) toast({ text: done });
      return result;
    } catch (error) {
      setRefused(refusalWords(error));
      return null;
    } finally {
      setBusy(false);
    }
  }
  return { change, busy, refused };
}
