import type { Ticket } from "./ticket";
import { isActive } from "./words";

/** Stored for "until a reply": a time that never comes, so that the same columns and keys serve. */
export const untilReply = new Date("9999-12-31T00:00:00.000Z");

export function waitsForReply(snoozedUntil: string | null): boolean {
  return snoozedUntil !== null && Date.parse(snoozedUntil) >= untilReply.getTime();
}

/** Whether a ticket is put aside; one that is done is not. */
export function isSnoozed(ticket: { snoozedUntil: string | null }): boolean {
  return ticket.snoozedUntil !== null;
}

/** Why a ticket cannot be put aside: it is over. */
export function snoozeRefusal(
  ticket: Pick<Ticket, "status">,
): "ticket_closed" | "status_not_allowed" | null {
  if (ticket.status === "closed") return "ticket_closed";
  return isActive(ticket.status) ? null : "status_not_allowed";
}
