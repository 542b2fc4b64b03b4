"use client";

import { useState } from "react";
import { readError } from "@/modules/tickets/components/error-words";
import { newId } from "@/platform/ids";
import { toast } from "@/ui/toast";

type Input = { commandId: string };

/** What a refusal says, with what it names where it names something. */
function refusalWords(error: unknown): string {
  const { words, reference, detail } = readError(error);
  const says = typeof detail.says === "string" ? `${detail.says}. ` : "";
  return `${says}${words}${reference === undefined ? "" : ` Reference ${reference}.`}`;
}

/**
 * A change by an admin: one intent has one id however often it is sent; what is refused is said
 * where it was asked for, and what was typed stays.
 */
export function useChange() {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const change = async (
    send: (about: Input) => Promise<unknown>,
    { done, next }: { done: string; next?: () => void },
  ): Promise<void> => {
    setBusy(true);
    setRefused(null);
    try {
      await send({ commandId: newId() });
      toast({ text: done });
      next?.();
    } catch (error) {
      setRefused(refusalWords(error));
    } finally {
      setBusy(false);
    }
  };
  return { change, busy, refused, forget: () => setRefused(null) };
}
