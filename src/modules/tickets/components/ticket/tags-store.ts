"use client";

import type { TicketRow } from "@/modules/tickets/client";

type Asked = Pick<TicketRow, "id" | "number" | "tags" | "fields" | "subject">;

let asked: Asked | null = null;
const listeners = new Set<() => void>();

/** Opens the tags of a ticket, wherever one stands. */
export function showTags(row: Asked | null): void {
  asked = row;
  for (const listener of listeners) listener();
}

export function subscribeTags(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const shownTags = (): Asked | null => asked;
