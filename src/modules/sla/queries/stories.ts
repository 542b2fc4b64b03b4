import { type Reader, raw, sql } from "@/platform/database";
import { assert } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { type TicketEvent, type TicketStatus, ticketStatuses } from "../rules/ticket-events";
import type { TicketFacts } from "./matching";

const rowsMax = raw(String(limits.slaTurnRowsMax));

const asStatus = (text: string | null): TicketStatus | undefined =>
  ticketStatuses.find((status) => status === text);

type Turn = { ticket_id: string; created_at: Date; staff: boolean };

/**
 * Who spoke when, without what nobody's turn changes by: of several messages of one side the first
 * counts alone. The question itself is the ticket's creation. A held reply has not been said.
 */
async function turnsOf(on: Reader, ticketIds: string[]): Promise<Turn[]> {
  const rows = await on.rows<Turn>(sql`
    select ticket_id, created_at, staff from (
      select ticket_messages.ticket_id, ticket_messages.created_at, ticket_messages.id,
        author.role <> 'customer' as staff,
        lag(author.role <> 'customer', 1, false) over (
          partition by ticket_messages.ticket_id
          order by ticket_messages.created_at, ticket_messages.id) as staff_before
      from tickets
      join ticket_messages on ticket_messages.ticket_id = tickets.id
        and ticket_messages.created_at > tickets.created_at
        and ticket_messages.created_at <= tickets.last_message_at
      join users author on author.id = ticket_messages.author_id
      where tickets.id = any(${ticketIds}) and ticket_messages.kind = 'reply'
        and ticket_messages.state <> 'held'
    ) as said
    where staff <> staff_before order by created_at, id limit ${rowsMax}`);
  assert(rows.length < limits.slaTurnRowsMax, "a batch of tickets has fewer turns than the bound");
  return rows;
}

type Change = { ticket_id: string; created_at: Date; was: string | null; became: string | null };

async function statusChangesOf(on: Reader, ticketIds: string[]): Promise<Change[]> {
  const rows = await on.rows<Change>(sql`
    select activity_logs.ticket_id, activity_logs.created_at, change ->> 'from' as was,
      change ->> 'to' as became
    from tickets
    join activity_logs on activity_logs.ticket_id = tickets.id
      and activity_logs.created_at >= tickets.created_at
    cross join jsonb_path_query(activity_logs.detail, '$.changes[*] ? (@.field == "status")')
      as change
    where tickets.id = any(${ticketIds})
    order by activity_logs.created_at, activity_logs.id limit ${rowsMax}`);
  assert(
    rows.length < limits.slaTurnRowsMax,
    "a batch of tickets has fewer changes than the bound",
  );
  return rows;
}

/** What happened to each ticket, as far as clocks care; two statements for all of them. */
export async function storiesOf(
  on: Reader,
  tickets: readonly TicketFacts[],
): Promise<Map<string, TicketEvent[]>> {
  const ids = tickets.map(({ id }) => id);
  const [turns, changes] = [await turnsOf(on, ids), await statusChangesOf(on, ids)];
  const stories = new Map<string, TicketEvent[]>();
  const first = new Map<string, TicketStatus>();
  for (const change of changes) {
    const was = asStatus(change.was);
    if (was !== undefined && !first.has(change.ticket_id)) first.set(change.ticket_id, was);
  }
  for (const { id, status, createdAtMs } of tickets)
    stories.set(id, [{ type: "created", atMs: createdAtMs, status: first.get(id) ?? status }]);
  for (const { ticket_id, created_at, staff } of turns)
    stories
      .get(ticket_id)
      ?.push({ type: staff ? "agent_reply" : "customer_message", atMs: created_at.getTime() });
  for (const { ticket_id, created_at, became } of changes) {
    const to = asStatus(became);
    if (to !== undefined)
      stories.get(ticket_id)?.push({ type: "status", atMs: created_at.getTime(), to });
  }
  return stories;
}
