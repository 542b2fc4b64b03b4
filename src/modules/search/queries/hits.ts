import { readableMessages } from "@/modules/conversations";
import type { Actor } from "@/platform/auth/actor";
import { monotonicMs } from "@/platform/clock";
import { db, join, raw, type Sql, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { Place } from "./page-mark";
import { monthOf } from "./partitions";
import type { TextQuery } from "./text-query";

export type Hit = { id: string; ticketId: string; at: Date };

export type Hits = {
  /** The newest first. */
  hits: Hit[];
  /** Where older ones may be; null when all were looked at. */
  older: Place | null;
  /** The patience was over here: nothing older was looked at, though few were found. */
  stopped: boolean;
};

export type HitSearch = {
  actor: Actor;
  text: TextQuery;
  /** What the message's ticket must be, over `ticket_messages`; null: any. */
  where: Sql | null;
  /** From here on towards older ones; null: from the newest. */
  from: Place | null;
  /** The partitions to look into, the newest first. */
  partitions: readonly string[];
};

const body = sql`ticket_messages.body_text`;
const hitsMax = raw(String(limits.searchHitsMax));
const probeRows = raw(String(limits.searchProbeRows));
const probeHitsMax = raw(String(limits.searchProbeHitsMax));
const newestFirst = sql`order by ticket_messages.created_at desc, ticket_messages.id desc`;

/** What a message must be: readable, of such a ticket, and say the words. Redacted ones say nothing. */
function says({ actor, text, where, from }: HitSearch): Sql {
  const also = text.alsoOf(body);
  const parts = [
    sql`search_vector(${body}) @@ ${text.query}::tsquery`,
    readableMessages(actor),
    sql`ticket_messages.state <> 'redacted'`,
    ...(also === null ? [] : [also]),
    ...(from === null
      ? []
      : [
          sql`(ticket_messages.created_at, ticket_messages.id) ${raw(from.included ? "<=" : "<")}
          (${from.at}, ${from.id}::uuid)`,
        ]),
    ...(where === null ? [] : [where]),
  ];
  return join(parts, " and ");
}

const nilId = "00000000-0000-0000-0000-000000000000";

/** With the month to come, which is empty, the one that runs. */
const monthsFirst = 2;

type Found = { id: string; ticket_id: string; created_at: Date };

/**
 * Reads the newest messages one by one until enough of them say the words: what is said everywhere
 * is found here at once, where an index would first gather all that say it. null when they are few.
 */
export async function newestHits(search: HitSearch): Promise<Hits | null> {
  // The month to come is empty but for its first minutes. Each arm is read only as far as needed.
  const arms = search.partitions.slice(0, 3).map(
    (table) => sql`(
      select ticket_messages.id, ticket_messages.ticket_id, ticket_messages.created_at
      from (select * from ${raw(table)} order by id desc limit ${probeRows}) as ticket_messages
      where ${says(search)})`,
  );
  if (arms.length === 0) return null;
  const found = await db.search.rows<Found>(sql`
    ${join(arms, " union all ")} limit ${probeHitsMax}`);
  const hits = found.map(toHit).toSorted(byTime);
  const last = hits.at(-1);
  return last === undefined || hits.length < limits.searchPageRows
    ? null
    : { hits, older: justBefore(last), stopped: false };
}

/**
 * The newest messages that say the words, month by month, each gathered by its index, until there
 * are enough. After a few months it is known what one costs, and as many more are opened as the
 * patience allows; the answer says how far it looked.
 */
export async function monthlyHits(search: HitSearch): Promise<Hits> {
  const { partitions } = search;
  const startedMs = monotonicMs();
  const hits: Hit[] = [];
  let opened = 0;
  let next = monthsFirst;
  while (opened < partitions.length && hits.length < limits.searchHitsMax) {
    if (next === 0) return { hits, ...unopened(partitions[opened - 1]) };
    hits.push(...(await hitsOf(search, partitions.slice(opened, opened + next))));
    opened += next;
    const spentMs = monotonicMs() - startedMs;
    // The month to come costs nothing and says nothing.
    const eachMs = spentMs / Math.max(1, opened - 1);
    next = Math.max(0, Math.floor((limits.searchPatienceMs - spentMs) / eachMs));
  }
  const kept = hits.slice(0, limits.searchHitsMax);
  const last = kept.at(-1);
  const isFull = last !== undefined && kept.length === limits.searchHitsMax;
  return { hits: kept, older: isFull ? justBefore(last) : null, stopped: false };
}

/** Of a few tickets each message is looked at, whenever it was written. */
export async function hitsIn(search: HitSearch, ticketIds: readonly string[]): Promise<Hits> {
  const found = await db.search.rows<Found>(sql`
    select hit.id, hit.ticket_id, hit.created_at
    from tickets cross join lateral (
      select ticket_messages.id, ticket_messages.ticket_id, ticket_messages.created_at
      from ticket_messages
      where ticket_messages.ticket_id = tickets.id
        and ticket_messages.created_at between tickets.first_message_at and tickets.last_message_at
        and ${says({ ...search, where: null })}
      offset 0) as hit
    where tickets.id = any(${[...ticketIds]}::uuid[])
    order by hit.created_at desc, hit.id desc limit ${hitsMax}`);
  const hits = found.map(toHit);
  const last = hits.at(-1);
  const isFull = last !== undefined && hits.length === limits.searchHitsMax;
  return { hits, older: isFull ? justBefore(last) : null, stopped: false };
}

/** Each month apart and whole, so that no plan reads it in order of time to throw most of it away. */
async function hitsOf(search: HitSearch, partitions: readonly string[]): Promise<Hit[]> {
  const gathered = partitions.map(
    (table, index) => sql`${raw(`m${index}`)} as materialized (
      select ticket_messages.id, ticket_messages.ticket_id, ticket_messages.created_at
      from ${raw(table)} as ticket_messages where ${says(search)})`,
  );
  const arms = partitions.map(
    (_, index) => sql`(select * from ${raw(`m${index}`)} as ticket_messages
      ${newestFirst} limit ${hitsMax})`,
  );
  const found = await db.search.rows<Found>(sql`
    with ${join(gathered, ", ")}
    select * from (${join(arms, " union all ")}) as hits limit ${hitsMax}`);
  return found.map(toHit);
}

const toHit = (row: Found): Hit => ({ id: row.id, ticketId: row.ticket_id, at: row.created_at });
const byTime = (one: Hit, other: Hit) =>
  other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1);
const justBefore = ({ at, id }: Hit): Place => ({ at, id, included: false });

/** What lies before a month; strays have no time, and are looked at with the months or not at all. */
function unopened(last: string | undefined): { older: Place | null; stopped: boolean } {
  const month = monthOf(last ?? "");
  const older = month === null ? null : { at: month, id: nilId, included: false };
  return { older, stopped: older !== null };
}
