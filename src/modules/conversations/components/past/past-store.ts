"use client";

import type { Entry } from "../entry";
import type { Passage } from "./join";

/** What was asked for of a ticket beyond its newest messages, and what happened then. */
export type Past = {
  number: number | null;
  passage: Passage | null;
  entries: readonly Entry[];
};

export const noPast: Past = { number: null, passage: null, entries: [] };
let past = noPast;
const listeners = new Set<() => void>();

/** Of one ticket at a time: who opens another has left this one. */
export const pastOf = (number: number): Past => (past.number === number ? past : noPast);

export function keepPast(next: Past): void {
  past = next;
  for (const listener of listeners) listener();
}

export function subscribePast(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
