"use client";

import { useState } from "react";
import { toast } from "@/ui/toast";
import { readError } from "../error-words";

export type Trouble = { words: string; reference: string | undefined } | null;

/** Does something that a dialog asks for: one at a time, and what went wrong is said in it. */
export function useDeed() {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const run = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setTrouble(null);
    try {
      await work();
    } catch (error) {
      const { words, reference } = readError(error);
      setTrouble({ words, reference });
    } finally {
      setBusy(false);
    }
  };
  return { busy, trouble, run: (work: () => Promise<void>) => void run(work) };
}

/** Does something that no dialog waits for; what went wrong is said below. */
export function attempt(work: () => Promise<unknown>): void {
  work().catch((error: unknown) => {
    const { words, reference } = readError(error);
    toast({ text: words, tone: "bad", reference });
  });
}
