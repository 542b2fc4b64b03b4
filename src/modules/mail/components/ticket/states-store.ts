import type { RouterOutputs } from "@/trpc/client";

type States = RouterOutputs["mails"]["states"];

let shown: States = { mails: [], senders: [], caught: false };
const listeners = new Set<() => void>();

/** What became of the mails of the open ticket: fetched once, shown on each message. */
export const allStates = (): States => shown;

export function keepStates(states: States): void {
  shown = states;
  for (const listener of listeners) listener();
}

export function subscribeStates(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
