import { monotonicMs, now } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { partitionsOf } from "@/platform/database/partitions";
import { limits } from "@/platform/limits";
import type { Place } from "./page-mark";

let known: { names: readonly string[]; atMs: number } | null = null;

/** The months of messages, the newest first; asked for again once a minute. */
export async function messagePartitions(from: Place | null = null): Promise<readonly string[]> {
  if (known === null || monotonicMs() - known.atMs > limits.partitionsKnownMs)
    known = { names: await partitionsOf(db.search, "ticket_messages", now()), atMs: monotonicMs() };
  const { names } = known;
  if (from === null) return names;
  const newest = `ticket_messages_${from.at.toISOString().slice(0, 7).replace("-", "_")}`;
  return names.filter((name) => name <= newest || isStray(name));
}

/** A month was dropped since the list was asked for: it is asked for anew, and the search with it. */
export async function withPartitions<Result>(
  from: Place | null,
  work: (partitions: readonly string[]) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(await messagePartitions(from));
  } catch (thrown) {
    if (!(thrown instanceof Error && "code" in thrown && thrown.code === "42P01")) throw thrown;
    known = null;
    return work(await messagePartitions(from));
  }
}

const isStray = (name: string): boolean => name.endsWith("_default");

/** The first instant of a partition's month; null where strays lie. */
export function monthOf(partition: string): Date | null {
  const [, year, month] = /_(\d{4})_(\d{2})$/.exec(partition) ?? [];
  return year === undefined ? null : new Date(Date.UTC(Number(year), Number(month) - 1, 1));
}

/**
 * How large a part of the messages say the words, as the planner knows it from its statistics. It
 * looks at the last whole month; where there is none the newest messages are few, and looked at.
 */
export async function shareSaying(query: string, partitions: readonly string[]): Promise<number> {
  const whole = partitions[2];
  if (whole === undefined || isStray(whole)) return 1;
  const [all] = await db.search.rows<{ rows: number }>(sql`
    select greatest(reltuples, 1)::float8 as rows from pg_class where oid = ${whole}::regclass`);
  const plan = await db.search.rows<Record<string, unknown>>(sql`
    explain select from ${raw(whole)} as ticket_messages
    where search_vector(ticket_messages.body_text) @@ ${query}::tsquery`);
  const [, expected = "1"] = / rows=(\d+) /.exec(String(plan[0]?.["QUERY PLAN"])) ?? [];
  return Number(expected) / (all?.rows ?? 1);
}
