"use client";

import type { TicketRow } from "@/modules/tickets/client";

/** A dialog about a ticket, or the one that begins a ticket. */
export type DayDialog =
  | {
      readonly what: "snooze" | "merge" | "link" | "requester" | "incidents";
      readonly row: TicketRow;
    }
  | { readonly what: "split" | "redact"; readonly row: TicketRow; readonly messageId: string }
  | {
      readonly what: "peek";
      readonly row: TicketRow;
      readonly walk: (by: 1 | -1) => void;
      /** Gives focus back to where one has walked. */
      readonly leave: () => void;
    }
  | { readonly what: "new" };

let shown: DayDialog | null = null;
const listeners = new Set<() => void>();

/** Opens a dialog; its code is fetched when it is first wanted. */
export function showDialog(next: DayDialog | null): void {
  shown = next;
  for (const listener of listeners) listener();
}

export function subscribeDialog(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const shownDialog = (): DayDialog | null => shown;
