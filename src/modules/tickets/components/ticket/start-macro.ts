"use client";

import type { TicketRow } from "@/modules/tickets/client";

export type MacroTarget = Pick<TicketRow, "id" | "number" | "subject" | "requester">;

let asked: MacroTarget | null = null;
const listeners = new Set<() => void>();

/** Asks for the macros of a ticket; who knows macros stands above and hears it. */
export function showMacros(row: MacroTarget | null): void {
  asked = row;
  for (const listener of listeners) listener();
}

export function subscribeMacros(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const shownMacros = (): MacroTarget | null => asked;
