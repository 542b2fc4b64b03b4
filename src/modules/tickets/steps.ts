import { type Actor, systemActor } from "@/platform/auth/actor";
import type { CommandTx } from "@/platform/command";
import { sql, type Transaction } from "@/platform/database";
import { AppError, assert } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { readableTickets } from "./access";
import { ticketUpdated } from "./events";
import { rowColumns, rowJoins, type StoredRow, toTicketRow } from "./queries/row";
import type { Ticket } from "./rules/ticket";
import { isActive, priorityOfRank, priorityRank, type SlaState } from "./rules/words";
import type { TicketRow } from "./schema";

export type StoredTicket = Omit<StoredRow, "requester_name"> & {
  first_message_at: Date;
  closed_at: Date | null;
};

export function toTicket(row: StoredTicket): Ticket {
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    requesterId: row.requester_id,
    organizationId: row.organization_id,
    status: row.status,
    priority: priorityOfRank(row.priority),
    channel: row.channel,
    assigneeId: row.assignee_id,
    teamId: row.team_id,
    tags: row.tags,
    fields: row.fields,
    participantIds: row.participant_ids,
    version: row.version,
    nextDueAt: row.next_due_at,
    slaState: row.sla_state,
    waitingSince: row.waiting_since,
    lastWords: row.last_words,
    snoozedUntil: row.snoozed_until,
    mergedInto: row.merged_into,
    synthetic: row.synthetic,
    firstMessageAt: row.first_message_at,
    lastMessageAt: row.last_message_at,
    resolvedAt: row.resolved_at,
    closedAt: row.closed_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/**
 * Loads and locks a ticket for a change. The lock lets messages that reference it be inserted.
 * @throws AppError `ticket_not_found`, alike for absent and forbidden.
 */
export async function ticketForUpdate(
  tx: Transaction,
  actor: Actor,
  ticketId: string,
): Promise<Ticket> {
  const row = await tx.first<StoredTicket>(sql`
    select tickets.* from tickets where tickets.id = ${ticketId} and ${readableTickets(actor)}
    for no key update`);
  if (row === undefined) throw new AppError("ticket_not_found");
  return toTicket(row);
}

export async function insertTicket(tx: Transaction, ticket: Omit<Ticket, "number">): Promise<void> {
  await tx.rows(sql`
    insert into tickets (id, number, subject, requester_id, organization_id, status, priority, channel,
      assignee_id, team_id, tags, fields, participant_ids, version, waiting_since, last_words,
      synthetic, first_message_at,
      last_message_at, created_at, updated_at)
    values (${ticket.id},
      case when ${ticket.synthetic}::boolean then -nextval('probe_ticket_numbers')
        else nextval('ticket_numbers') end,
      ${ticket.subject}, ${ticket.requesterId}, ${ticket.organizationId},
      ${ticket.status}, ${priorityRank(ticket.priority)}, ${ticket.channel}, ${ticket.assigneeId},
      ${ticket.teamId}, ${ticket.tags}, ${JSON.stringify(ticket.fields)},
      ${ticket.participantIds}::uuid[], ${ticket.version}, ${ticket.waitingSince},
      ${ticket.lastWords}, ${ticket.synthetic}, ${ticket.firstMessageAt}, ${ticket.lastMessageAt},
      ${ticket.createdAt}, ${ticket.updatedAt})`);
}

/** Writes all that a rule may have changed; the caller holds the lock. */
export async function saveTicket(tx: Transaction, ticket: Ticket): Promise<void> {
  await tx.rows(sql`
    update tickets set subject = ${ticket.subject}, requester_id = ${ticket.requesterId},
      status = ${ticket.status}, priority = ${priorityRank(ticket.priority)},
      assignee_id = ${ticket.assigneeId}, team_id = ${ticket.teamId}, tags = ${ticket.tags},
      fields = ${JSON.stringify(ticket.fields)},
      participant_ids = ${ticket.participantIds}::uuid[],
      version = ${ticket.version}, waiting_since = ${ticket.waitingSince},
      last_words = ${ticket.lastWords}, first_message_at = ${ticket.firstMessageAt},
      last_message_at = ${ticket.lastMessageAt}, resolved_at = ${ticket.resolvedAt},
      closed_at = ${ticket.closedAt}, updated_at = ${ticket.updatedAt},
      organization_id = ${ticket.organizationId}, snoozed_until = ${ticket.snoozedUntil},
      merged_into = ${ticket.mergedInto}
    where id = ${ticket.id}`);
}

/** The row as lists show it, from inside the transaction: what the events will carry. */
export async function rowOf(tx: Transaction, ticketId: string): Promise<TicketRow> {
  const row = await tx.first<StoredRow>(sql`
    select ${rowColumns} from tickets ${rowJoins} where tickets.id = ${ticketId}`);
  assert(row !== undefined, "a ticket that this transaction holds can be read");
  return toTicketRow(row);
}

/** The same of several; those that there are. */
export async function ticketRowsOf(
  tx: Transaction,
  ticketIds: readonly string[],
): Promise<Map<string, TicketRow>> {
  if (ticketIds.length === 0) return new Map();
  const rows = await tx.rows<StoredRow>(sql`
    select ${rowColumns} from tickets ${rowJoins}
    where tickets.id = any(${[...ticketIds]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, toTicketRow(row)]));
}

/**
 * Takes a ticket from somebody who cannot answer it now and leaves it to their team, and tells its
 * history why. Nothing when it is not theirs any more, or nobody has to act on it.
 */
export async function returnToTeam(
  tx: CommandTx,
  about: { ticketId: string; fromId: string; teamId: string | null; at: Date },
  why: { reason: "away"; until: string } | { reason: "suspended" },
): Promise<boolean> {
  const ticket = await ticketForUpdate(tx, systemActor, about.ticketId);
  if (ticket.assigneeId !== about.fromId || !isActive(ticket.status)) return false;
  const teamId = ticket.teamId ?? about.teamId;
  const changed = { ...ticket, assigneeId: null, teamId };
  await saveTicket(tx, { ...changed, version: ticket.version + 1, updatedAt: about.at });
  const history = { ticketId: ticket.id, actorId: null, at: about.at };
  const detail = { fromId: about.fromId, teamId, ...why };
  await logActivity(tx, history, { kind: "returned", detail });
  const row = await rowOf(tx, ticket.id);
  const changes = [
    { field: "assigneeId", from: about.fromId, to: null },
    ...(teamId === ticket.teamId ? [] : [{ field: "teamId", from: null, to: teamId }]),
  ];
  const by = { id: systemActor.id, name: systemActor.name };
  tx.append(ticketUpdated.make({ row, changes, by }, { ticketId: ticket.id }));
  return true;
}

/** What lists show of a ticket's promises; the state is null where nothing is promised. */
export type ShownSla = {
  ticketId: string;
  nextDueAt: Date | null;
  slaState: SlaState | null;
};

/**
 * Writes what promises say of tickets, and gives the rows as lists show them; the caller holds the
 * locks. The last change stays: nobody did anything.
 */
export async function showSla(tx: Transaction, shown: readonly ShownSla[]): Promise<TicketRow[]> {
  const rows = await tx.rows<StoredRow>(sql`
    with shown as (
      select * from unnest(${shown.map((one) => one.ticketId)}::uuid[],
        ${shown.map((one) => one.nextDueAt)}::timestamptz[],
        ${shown.map((one) => one.slaState)}::text[]) as given (id, due_at, state)
    ), written as (
      update tickets set next_due_at = shown.due_at, sla_state = shown.state,
        version = tickets.version + 1
      from shown where tickets.id = shown.id
      returning tickets.*
    )
    select ${rowColumns} from written as tickets ${rowJoins}`);
  return rows.map(toTicketRow);
}

export type ActivityEntry = { kind: string; detail: Record<string, unknown> };

/** Tells the ticket's history; the words are made where it is read. */
export async function logActivity(
  tx: Transaction,
  about: { ticketId: string; actorId: string | null; at: Date },
  entry: ActivityEntry,
): Promise<void> {
  await tx.rows(sql`
    insert into activity_logs (id, ticket_id, actor_id, kind, detail, created_at)
    values (${newId(about.at.getTime())}, ${about.ticketId}, ${about.actorId}, ${entry.kind},
      ${JSON.stringify(entry.detail)}, ${about.at})`);
}
