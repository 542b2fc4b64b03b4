import { monotonicMs, nowMs } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";

type Span = { fromMs: number; untilMs: number };

const letters = `^[[:alpha:]]{${limits.wordCharsMin},${limits.wordCharsMax}}$`;
const enough = raw(String(limits.wordMessagesMin));

/** The smallest id of a moment: ids are ordered by the time at which they were given. */
function firstIdAt(ms: number): string {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** The new messages first, then the past, backwards; null when all is learned. */
async function nextSpan(): Promise<(Span & { of: "new" | "past" }) | null> {
  const [row] = await db.write.rows<{ since: Date; until: Date; oldest: string | null }>(sql`
    select since, until, (select id from ticket_messages order by id limit 1) as oldest
    from search_learning`);
  if (row === undefined) return null;
  // A message that is still being written is seen by the next round.
  const settledMs = nowMs() - limits.wordSweepMs;
  const [sinceMs, untilMs] = [row.since.getTime(), row.until.getTime()];
  if (settledMs - untilMs >= limits.wordSweepMs) {
    const endMs = Math.min(settledMs, untilMs + limits.wordSpanMs);
    return { of: "new", fromMs: untilMs, untilMs: endMs };
  }
  if (row.oldest === null || firstIdAt(sinceMs) <= row.oldest) return null;
  return { of: "past", fromMs: sinceMs - limits.wordSpanMs, untilMs: sinceMs };
}

/**
 * Learns the words of one span of messages, in one statement with the mark that says so. A word that
 * is new joins the list when enough messages hold it, whenever they were written.
 */
async function learn({ of, fromMs, untilMs }: Span & { of: "new" | "past" }): Promise<void> {
  const [from, until] = [new Date(fromMs), new Date(untilMs)];
  const moves =
    of === "new"
      ? sql`update search_learning set until = ${until} where until = ${from} returning 1`
      : sql`update search_learning set since = ${from} where since = ${until} returning 1`;
  const texts = `select to_tsvector('public.helpdesk_plain', translate(left(body_text, ${limits.searchedCharsMax}), '-_/#<>&', '       '))
    from ticket_messages where id >= '${firstIdAt(fromMs)}' and id < '${firstIdAt(untilMs)}'`;
  await db.write.rows(sql`
    with moved as (${moves}),
    seen as materialized (
      select word, ndoc from ts_stat(${texts})
      where word ~ ${letters} and exists (select from moved))
    insert into search_words (word, messages, forms)
    select word, ndoc,
      array(
        select word union
        select left(word, at - 1) || substr(word, at + 1)
        from generate_series(1, char_length(word)) as at)
    from seen
    where ndoc >= ${enough} or exists (select from search_words known where known.word = seen.word)
      or (select count(*) from (
        select from ticket_messages
        where search_vector(body_text) @@ plainto_tsquery('public.helpdesk', seen.word)
        limit ${enough}) as held) = ${enough}
    on conflict (word) do update set messages = search_words.messages + excluded.messages`);
}

/** Learns for a while; gives whether there is more to learn. */
export async function learnForAWhile(): Promise<boolean> {
  const endMs = monotonicMs() + limits.wordLearningMs;
  while (monotonicMs() < endMs) {
    const span = await nextSpan();
    if (span === null) return false;
    await learn(span);
  }
  return true;
}
