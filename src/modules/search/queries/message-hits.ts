import type { Actor } from "@/platform/auth/actor";
import { db, empty, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { type Hit, type HitSearch, type Hits, hitsIn, monthlyHits, newestHits } from "./hits";
import type { Mark, Place } from "./page-mark";
import { shareSaying, withPartitions } from "./partitions";
import type { TextQuery } from "./text-query";
import { ofTickets, type TicketFilter } from "./ticket-filter";

/** Words in more messages than this are looked for in the newest before any index is asked. */
const commonShare = 0.12;
/** Of a phrase each text that has all of its words is read, which costs more. */
const commonPhraseShare = 0.03;

/** A ticket that says the words: where it does best, and in how many of the hits. */
export type TicketHit = { ticketId: string; best: Hit; count: number };

export type TicketHits = {
  tickets: TicketHit[];
  next: Mark | null;
  /** What is older than this was not looked at yet; null when enough was found or all was looked at. */
  lookedBackTo: Date | null;
};

type Asked = { actor: Actor; text: TextQuery; tickets: TicketFilter; mark: Mark };

/** A page of tickets, best first within the newest hits. */
export async function ticketHits({ actor, text, tickets, mark }: Asked): Promise<TicketHits> {
  const where = ofTickets(tickets);
  const { hits, older, stopped } = await withPartitions(mark.from, (partitions) =>
    batchOf({ actor, text, where, from: mark.from, partitions }, tickets),
  );
  const ranked = grouped(hits, await ranksOf(hits, text));
  const page = ranked.slice(mark.skip, mark.skip + limits.searchPageRows);
  const skip = mark.skip + page.length;
  // Pinned to its newest hit, so that what arrives meanwhile does not move the pages.
  if (skip < ranked.length)
    return { tickets: page, next: { from: mark.from ?? startOf(hits), skip }, lookedBackTo: null };
  const next = older === null ? null : { from: older, skip: 0 };
  return { tickets: page, next, lookedBackTo: stopped ? (older?.at ?? null) : null };
}

async function batchOf(search: HitSearch, tickets: TicketFilter): Promise<Hits> {
  if (tickets.kind === "these" && tickets.ids.length <= limits.searchEachTicketMax)
    return hitsIn(search, tickets.ids);
  const share = await shareSaying(search.text.query, search.partitions);
  const isCommon = share > (search.text.alsoOf(empty) === null ? commonShare : commonPhraseShare);
  const newest = isCommon ? await newestHits(search) : null;
  return newest ?? monthlyHits(search);
}

function startOf([newest]: readonly Hit[]): Place | null {
  return newest === undefined ? null : { at: newest.at, id: newest.id, included: true };
}

/** Several words are nearer together in some messages than in others; one word is a matter of time. */
async function ranksOf(hits: readonly Hit[], { query, isOfSeveral }: TextQuery) {
  if (!isOfSeveral || hits.length < 2) return new Map<string, number>();
  const rows = await db.search.rows<{ id: string; rank: number }>(sql`
    select ticket_messages.id,
      ts_rank_cd(search_vector(ticket_messages.body_text), ${query}::tsquery)::float8 as rank
    from unnest(${hits.map(({ id }) => id)}::uuid[], ${hits.map(({ at }) => at)}::timestamptz[])
      as hit (id, at)
    join ticket_messages on ticket_messages.id = hit.id and ticket_messages.created_at = hit.at`);
  return new Map(rows.map(({ id, rank }) => [id, rank]));
}

function grouped(hits: readonly Hit[], ranks: ReadonlyMap<string, number>): TicketHit[] {
  const rank = ({ id }: Hit) => ranks.get(id) ?? 0;
  const best = hits.toSorted((one, other) => rank(other) - rank(one));
  const tickets = new Map<string, TicketHit>();
  for (const hit of best) {
    const known = tickets.get(hit.ticketId);
    if (known === undefined)
      tickets.set(hit.ticketId, { ticketId: hit.ticketId, best: hit, count: 1 });
    else known.count += 1;
  }
  return [...tickets.values()];
}
