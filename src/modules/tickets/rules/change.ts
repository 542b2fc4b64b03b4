import { type FieldValues, tagsAfter } from "@/modules/fields/client";
import { type Mover, mayBecome, withStatus } from "./status";
import type { FieldChange, FieldValue, Ticket, TicketChange } from "./ticket";
import { isActive, type TicketStatus } from "./words";

export type ChangeRefusal =
  | { refused: "ticket_closed" }
  | { refused: "status_not_allowed"; from: TicketStatus; to: TicketStatus }
  | { refused: "ticket_changed"; field: FieldChange["field"] };

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

/** Adding and taking off tags never conflicts with what others add and take off. */
function withTags(ticket: Ticket, wanted: TicketChange): TicketChange {
  if (wanted.addTags === undefined && wanted.removeTags === undefined) return wanted;
  const tags = tagsAfter(wanted.tags ?? ticket.tags, {
    add: wanted.addTags ?? [],
    remove: wanted.removeTags ?? [],
  });
  return { ...wanted, tags };
}

type CustomChange = { values: FieldValues; changes: FieldChange[] };

/** Custom fields one by one, each under its own name. */
function custom(
  ticket: Ticket,
  wanted: TicketChange,
  seen: TicketChange,
): CustomChange | ChangeRefusal {
  const values: Record<string, FieldValues[string]> = { ...ticket.fields };
  const changes: FieldChange[] = [];
  for (const [key, to] of Object.entries(wanted.fields ?? {})) {
    const from = ticket.fields[key] ?? null;
    if (same(from, to)) continue;
    const expected = seen.fields?.[key];
    const field = `field.${key}` as const;
    if (expected !== undefined && !same(expected, from))
      return { refused: "ticket_changed", field };
    if (to === null) delete values[key];
    else values[key] = to;
    changes.push({ field, from, to });
  }
  return { values, changes };
}

const same = (a: FieldValue, b: FieldValue) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Applies what a person changed. `seen` holds the values that they saw: a field that somebody else
 * changed meanwhile is a conflict, unless both wanted the same.
 */
export function change(
  ticket: Ticket,
  asked: TicketChange,
  seen: TicketChange,
  now: Date,
  by: Mover = "agent",
): Changed | ChangeRefusal {
  if (ticket.status === "closed") return { refused: "ticket_closed" };
  const wanted = withTags(ticket, asked);
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
  const customs = custom(ticket, wanted, seen);
  if ("refused" in customs) return customs;
  changes.push(...customs.changes);
  if (changes.length === 0) return { ticket, changes };
  changed = { ...changed, fields: customs.values };
  return { ticket: { ...changed, version: ticket.version + 1, updatedAt: now }, changes };
}

/** Nobody is to be reminded of what is done. */
const awake = (ticket: Ticket): Ticket =>
  isActive(ticket.status) ? ticket : { ...ticket, snoozedUntil: null };
