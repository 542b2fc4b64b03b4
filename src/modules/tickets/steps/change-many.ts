import type { Actor } from "@/platform/auth/actor";
import type { CommandTx } from "@/platform/command";
import { bulk, sql } from "@/platform/database";
import type { ErrorCode } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { readableTickets } from "../access";
import { ticketUpdated } from "../events";
import { change } from "../rules/change";
import type { FieldChange, FieldValue, Ticket, TicketChange } from "../rules/ticket";
import { priorityRank } from "../rules/words";
import { type StoredTicket, ticketRowsOf, toTicket } from "../steps";

export type WantedOfTicket = {
  ticketId: string;
  /** When it was last changed as far as who asks knows; a later change is not written over. */
  touchedAt: Date;
  changes: (ticket: Ticket) => TicketChange;
};

export type TicketOutcome =
  | { ticketId: string; code: null; changes: readonly FieldChange[]; touchedAt: Date }
  | { ticketId: string; code: ErrorCode };

/**
 * Changes fields of many tickets, each by itself: what is refused for one leaves the others. As many
 * statements for a hundred as for one. Promises move a ticket's version on without anybody having
 * done anything; when it was last changed says what people did.
 */
export async function changeTickets(
  tx: CommandTx,
  about: { actor: Actor; now: Date },
  wanted: readonly WantedOfTicket[],
): Promise<TicketOutcome[]> {
  const { actor, now } = about;
  const ids = wanted.map(({ ticketId }) => ticketId);
  const locked = await tx.rows<StoredTicket>(sql`
    select tickets.* from tickets
    where tickets.id = any(${ids}::uuid[]) and ${readableTickets(actor)}
    order by tickets.id for no key update`);
  const byId = new Map(locked.map((row) => [row.id, toTicket(row)]));
  const changed: { ticket: Ticket; changes: FieldChange[] }[] = [];
  const outcomes = wanted.map((one): TicketOutcome => {
    const { ticketId } = one;
    const ticket = byId.get(ticketId);
    if (ticket === undefined) return { ticketId, code: "ticket_not_found" };
    if (ticket.updatedAt.getTime() !== one.touchedAt.getTime())
      return { ticketId, code: "ticket_changed" };
    const decided = change(ticket, one.changes(ticket), {}, now);
    if ("refused" in decided) return { ticketId, code: decided.refused };
    const { changes } = decided;
    const tags = decided.ticket.tags.length;
    if (tags > limits.tagsPerTicketMax && tags > ticket.tags.length)
      return { ticketId, code: "limit_reached" };
    if (changes.length > 0) changed.push(decided);
    return { ticketId, code: null, changes, touchedAt: decided.ticket.updatedAt };
  });
  await writeMany(tx, about, changed);
  return outcomes;
}

async function writeMany(
  tx: CommandTx,
  { actor, now }: { actor: Actor; now: Date },
  changed: readonly { ticket: Ticket; changes: FieldChange[] }[],
): Promise<void> {
  if (changed.length === 0) return;
  const given = changed.map(({ ticket }) => ({
    id: ticket.id,
    status: ticket.status,
    priority: priorityRank(ticket.priority),
    assignee_id: ticket.assigneeId,
    team_id: ticket.teamId,
    tags: ticket.tags,
    version: ticket.version,
    snoozed_until: ticket.snoozedUntil,
    resolved_at: ticket.resolvedAt,
    closed_at: ticket.closedAt,
  }));
  await tx.rows(sql`
    update tickets set status = given.status, priority = given.priority,
      assignee_id = given.assignee_id, team_id = given.team_id, tags = given.tags,
      version = given.version, snoozed_until = given.snoozed_until,
      resolved_at = given.resolved_at, closed_at = given.closed_at, updated_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (id uuid, status text,
      priority smallint, assignee_id uuid, team_id uuid, tags text[], version integer,
      snoozed_until timestamptz, resolved_at timestamptz, closed_at timestamptz)
    where tickets.id = given.id`);
  const entries = changed.map(({ ticket, changes }) => [
    newId(now.getTime()),
    ...[ticket.id, actor.id, "changed", JSON.stringify({ changes }), now],
  ]);
  await tx.rows(sql`
    insert into activity_logs (id, ticket_id, actor_id, kind, detail, created_at)
    values ${bulk(entries)}`);
  const by = { id: actor.id, name: actor.name };
  const rows = await ticketRowsOf(
    tx,
    changed.map(({ ticket }) => ticket.id),
  );
  for (const { ticket, changes } of changed) {
    const row = rows.get(ticket.id);
    if (row === undefined) continue;
    const told = { row, changes: changes.map(plain), by };
    tx.append(ticketUpdated.make(told, { ticketId: ticket.id }));
  }
}

const plainValue = (value: FieldValue) => (typeof value === "object" ? value && [...value] : value);

const plain = ({ field, from, to }: FieldChange) => ({
  field,
  from: plainValue(from),
  to: plainValue(to),
});
