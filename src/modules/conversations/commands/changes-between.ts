import type { Ticket } from "@/modules/tickets";

type Change = { field: string; from: string | string[] | null; to: string | string[] | null };

/** What of a ticket's fields is another now, as events tell it: clocks and lists follow these. */
export function changesBetween(before: Ticket, after: Ticket): Change[] {
  const told = (ticket: Ticket): Record<string, string | string[] | null> => ({
    status: ticket.status,
    tags: [...ticket.tags],
    snoozedUntil: ticket.snoozedUntil?.toISOString() ?? null,
    mergedInto: ticket.mergedInto === null ? null : String(ticket.mergedInto),
  });
  const [from, to] = [told(before), told(after)];
  return Object.keys(from)
    .filter((field) => JSON.stringify(from[field]) !== JSON.stringify(to[field]))
    .map((field) => ({ field, from: from[field] ?? null, to: to[field] ?? null }));
}
