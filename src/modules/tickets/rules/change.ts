import { type Mover, mayBecome, withStatus } from "./status";
import type { FieldChange, FieldValue, Ticket, TicketChange } from "./ticket";
import { isActive, type TicketStatus } from "./words";

export type ChangeRefusal =
  | { refused: "ticket_closed" }
  | { refused: "status_not_allowed"; from: TicketStatus; to: TicketStatus }
  | { refused: "ticket_changed"; field: keyof TicketChange };

export type Changed = { ticket: Ticket; changes: FieldChange[] };

const fields = [
  "status",
  "priority",
  "assigneeId",
  "teamId",
  "subject",
  "tags",
  "participantIds",
] as const;

const same = (a: FieldValue, b: FieldValue) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Applies what a person changed. `seen` holds the values that they saw: a field that somebody else
 * changed meanwhile is a conflict, unless both wanted the same.
 */
export function change(
  ticket: Ticket,
  wanted: TicketChange,
  seen: TicketChange,
  now: Date,
  by: Mover = "agent",
): Changed | ChangeRefusal {
  if (ticket.status === "closed") return { refused: "ticket_closed" };
  let changed = ticket;
  const changes: FieldChange[] = [];
  for (const field of fields) {
    const to = wanted[field];
    if (to === undefined || same(ticket[field], to)) continue;
    const expected = seen[field];
    if (expected !== undefined && !same(expected, ticket[field]))
      return { refused: "ticket_changed", field };
    if (field === "status" && wanted.status !== undefined) {
      if (!mayBecome(ticket.status, wanted.status, by))
        return { refused: "status_not_allowed", from: ticket.status, to: wanted.status };
      changed = awake(withStatus(changed, wanted.status, now));
    } else changed = { ...changed, [field]: to };
    changes.push({ field, from: ticket[field], to });
  }
  if (changes.length === 0) return { ticket, changes };
  return { ticket: { ...changed, version: ticket.version + 1, updatedAt: now }, changes };
}

/** Nobody is to be reminded of what is done. */
const awake = (ticket: Ticket): Ticket =>
  isActive(ticket.status) ? ticket : { ...ticket, snoozedUntil: null };
