import { namesOf } from "@/modules/identity";
import type { Actor } from "@/platform/auth/actor";
import { db, type Reader, raw, type Sql, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { inCopy, organizationShares, readableTickets } from "../access";
import { idsOfFact } from "../rules/activity-words";
import type { TicketSort } from "../rules/sort";
import type { RequestRow, TicketRow } from "../schema";
import { afterMark, markOf, orderBy, pageLimit } from "./page-mark";
import { type PageBorder, pageRows } from "./page-rows";
import { rowColumns, rowJoins, rowsOfPage, type StoredRow, toRequestRow, toTicketRow } from "./row";

/** In the same statement, so that it belongs to the same snapshot. */
const asOf = sql`(select last from event_positions) as as_of`;

export type TicketPage = {
  rows: (TicketRow & { seenAt: string | null })[];
  /** Where the page before ends; null before the first row. */
  previous: string | null;
  /** Where the next page starts; null after the last row. */
  next: string | null;
  asOf: number;
  /** Tickets come and go by the clock alone. */
  moves?: boolean;
};

/**
 * A page of the queue: one statement, whatever its rows. `where` ranges over `tickets`. A page `until`
 * a mark ends with it, and is the one that stands above the rest.
 */
export async function ticketPage(
  actor: Actor,
  page: { where: Sql; sort: TicketSort } & PageBorder,
): Promise<TicketPage> {
  type Found = StoredRow<string> & { as_of: number; seen_at: string | null };
  const { sort, after, until } = page;
  const where = sql`${page.where} and ${readableTickets(actor)} and not tickets.synthetic`;
  const found = await db.read.plainRows<Found | { id: null; as_of: number }>(sql`
    with page as materialized (${pageRows(sort, where, { after, until })})
    select ${rowColumns}, ticket_reads.seen_at, event_positions.last as as_of
    from event_positions left join page tickets on true ${rowJoins}
    left join ticket_reads
      on ticket_reads.ticket_id = tickets.id and ticket_reads.user_id = ${actor.id}
    order by ${orderBy(sort)}`);
  const read = rowsOfPage<Found>(found);
  const isMore = read.length > limits.ticketPageRows;
  const rows = (isMore ? read.slice(1) : read).map((row) => ({
    ...toTicketRow(row),
    seenAt: row.seen_at,
  }));
  const [above] = read;
  return {
    rows,
    ...(until === undefined
      ? { previous: after ?? null, next: nextMark(sort, rows) }
      : {
          previous: isMore && above !== undefined ? markOf(sort, toTicketRow(above)) : null,
          next: until,
        }),
    asOf: found[0]?.as_of ?? 0,
  };
}

function nextMark(sort: TicketSort, rows: readonly TicketRow[]): string | null {
  const last = rows.at(-1);
  return last !== undefined && rows.length === limits.ticketPageRows ? markOf(sort, last) : null;
}

export type TicketHead = {
  row: TicketRow;
  /** Customers in copy, by name. */
  participants: { id: string; name: string }[];
  firstMessageAt: string;
  seenAt: string | null;
  asOf: number;
};

/**
 * A ticket's head by its number.
 * @throws AppError `ticket_not_found`, alike for absent and forbidden.
 */
export async function ticketHead(actor: Actor, number: number): Promise<TicketHead> {
  const rows = await db.read.plainRows<
    StoredRow<string> & {
      as_of: number;
      first_message_at: string;
      seen_at: string | null;
      participants: TicketHead["participants"];
    }
  >(sql`
    select ${rowColumns}, tickets.first_message_at, ticket_reads.seen_at, ${asOf},
      (select coalesce(json_agg(json_build_object('id', copied.id, 'name', copied.name)
        order by copied.name, copied.id), '[]')
        from users copied where copied.id = any(tickets.participant_ids)) as participants
    from tickets ${rowJoins}
    left join ticket_reads
      on ticket_reads.ticket_id = tickets.id and ticket_reads.user_id = ${actor.id}
    where tickets.number = ${number} and ${readableTickets(actor)}`);
  const row = rows[0];
  if (row === undefined) throw new AppError("ticket_not_found");
  return {
    row: toTicketRow(row),
    participants: row.participants,
    firstMessageAt: row.first_message_at,
    seenAt: row.seen_at,
    asOf: row.as_of,
  };
}

/** Tickets by their ids, as far as the actor may read them; in no order. At most a page of them. */
export async function ticketRows(
  actor: Actor,
  ids: readonly string[],
  reader: Reader = db.read,
): Promise<TicketRow[]> {
  const rows = await reader.rows<StoredRow>(sql`
    select ${rowColumns} from tickets ${rowJoins}
    where tickets.id = any(${[...ids]}::uuid[]) and ${readableTickets(actor)}
      and not tickets.synthetic
    limit ${pageLimit}`);
  return rows.map(toTicketRow);
}

/**
 * A ticket as it stands now, for what is shown before it is done.
 * @throws AppError `ticket_not_found`, alike for absent and forbidden.
 */
export async function ticketForPreview(actor: Actor, ticketId: string): Promise<TicketRow> {
  const [row] = await db.read.rows<StoredRow>(sql`
    select ${rowColumns} from tickets ${rowJoins}
    where tickets.id = ${ticketId} and ${readableTickets(actor)}`);
  if (row === undefined) throw new AppError("ticket_not_found");
  return toTicketRow(row);
}

/** Whether an actor may read a ticket, for rooms and files. */
export async function canReadTicket(actor: Actor, ticketId: string): Promise<boolean> {
  const rows = await db.read.rows(sql`
    select tickets.id from tickets where tickets.id = ${ticketId} and ${readableTickets(actor)}`);
  return rows.length > 0;
}

export type RequestPage = { rows: RequestRow[]; next: string | null; asOf: number };

/** The newest of `whose` tickets, which an index gives in this order. */
const newestRequests = (whose: Sql, after: Sql) => sql`(
  select tickets.* from tickets where ${whose} and ${after}
  order by ${orderBy("updated")} limit ${pageLimit})`;

/** A customer's own requests, or with `shared` their colleagues' too; newest change first. */
export async function requestPage(
  actor: Actor,
  page: { shared: boolean; after?: string | undefined },
): Promise<RequestPage> {
  const after = afterMark("updated", page.after);
  const own = newestRequests(sql`tickets.requester_id = ${actor.id}`, after);
  // Each arm is read in order; one condition for both would be sorted whole for every page.
  const shared = newestRequests(
    sql`tickets.organization_id = ${actor.organizationId} and ${organizationShares(actor)}
      and tickets.requester_id <> ${actor.id} and not ${inCopy(actor)}`,
    after,
  );
  const copied = newestRequests(
    sql`${inCopy(actor)} and tickets.requester_id <> ${actor.id}`,
    after,
  );
  const concerned = sql`${own} union all ${copied}`;
  type Found = StoredRow<string> & { as_of: number };
  const found = await db.read.plainRows<Found | { id: null; as_of: number }>(sql`
    with page as materialized (
      select tickets.* from (${page.shared ? sql`${concerned} union all ${shared}` : concerned}) as tickets
      order by ${orderBy("updated")} limit ${pageLimit}
    )
    select ${rowColumns}, event_positions.last as as_of
    from event_positions left join page tickets on true ${rowJoins}
    order by ${orderBy("updated")}`);
  const rows = rowsOfPage<Found>(found).map(toTicketRow);
  return {
    rows: rows.map(toRequestRow),
    next: nextMark("updated", rows),
    asOf: found[0]?.as_of ?? 0,
  };
}

export type ActivityRow = {
  id: string;
  actor: { id: string; name: string } | null;
  kind: string;
  detail: unknown;
  /** What the people and teams in it are called, whoever they are by now. */
  names: Record<string, string>;
  at: string;
};

/** A part of a ticket's history; null is open. */
type ActivitySpan = { from: string | null; until: string | null };

/** The newest entries of a ticket's history, of all or of a part, for those who work here. */
export async function ticketActivity(
  ticket: TicketHead,
  { from, until }: ActivitySpan = { from: null, until: null },
): Promise<ActivityRow[]> {
  const rows = await db.read.rows<{
    id: string;
    actor_id: string | null;
    actor_name: string | null;
    kind: string;
    detail: unknown;
    created_at: Date;
  }>(sql`
    select activity_logs.id, activity_logs.actor_id, users.name as actor_name, activity_logs.kind,
      activity_logs.detail, activity_logs.created_at
    from activity_logs left join users on users.id = activity_logs.actor_id
    where activity_logs.ticket_id = ${ticket.row.id}
      and activity_logs.created_at >= ${new Date(from ?? ticket.row.createdAt)}
      ${until === null ? sql`` : sql`and activity_logs.created_at < ${new Date(until)}`}
    order by activity_logs.created_at desc, activity_logs.id desc
    limit ${raw(String(limits.activityPageRows))}`);
  const idsOf = new Map(rows.map((row) => [row.id, idsOfFact(row.detail)]));
  const named = await namesOf([...idsOf.values()].flat());
  const nameOf = new Map(named.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    id: row.id,
    actor: row.actor_id === null ? null : { id: row.actor_id, name: row.actor_name ?? "" },
    kind: row.kind,
    detail: row.detail,
    names: Object.fromEntries(
      (idsOf.get(row.id) ?? []).flatMap((id) => {
        const name = nameOf.get(id);
        return name === undefined ? [] : [[id, name]];
      }),
    ),
    at: row.created_at.toISOString(),
  }));
}
