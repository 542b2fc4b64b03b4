"use client";

import type { TicketRow } from "@/modules/tickets/client";
import type { FieldEdit } from "./fields";

/** Somebody else changed the same field first: a person decides which stays. */
export type Conflict = {
  readonly row: TicketRow;
  readonly mine: FieldEdit;
  readonly theirs: FieldEdit;
};

let conflict: Conflict | null = null;
const listeners = new Set<() => void>();

export function showConflict(next: Conflict | null): void {
  conflict = next;
  for (const listener of listeners) listener();
}

export function subscribeConflict(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const shownConflict = (): Conflict | null => conflict;
