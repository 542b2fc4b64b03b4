import {
  reachesInactive,
  readFilter,
  readFilterFresh,
  understoodFilter,
  whereOf,
} from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db, join, raw, rowsWithin, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { sheds, surgeLevel } from "@/platform/surge";
import type { Uncounted, View } from "../rules/view";

export type ViewCounts = {
  /** null: a view that is not counted while one looks. */
  counts: Record<string, number | null>;
  uncounted: Record<string, Uncounted>;
  asOf: number;
  /** How much is left undone under overload; 0 when nothing is. */
  surge: number;
};

const countMax = raw(String(limits.viewCountMax));

function reasonAgainst(filter: string): Uncounted | null {
  const { expression, problems } = readFilter(filter);
  if (problems.length > 0) return "unread";
  return reachesInactive(expression) ? "closed" : null;
}

/** How many tickets each view holds, capped; one statement for all of them. */
export async function viewCounts(
  actor: Actor,
  views: readonly Pick<View, "id" | "filter">[],
): Promise<ViewCounts> {
  const counts: Record<string, number | null> = {};
  const uncounted: Record<string, Uncounted> = {};
  const counted: (typeof views)[number][] = [];
  const resting = sheds("counts");
  for (const view of views) {
    const full = counted.length >= limits.viewsCountedMax;
    const reason = reasonAgainst(view.filter) ?? (resting ? "resting" : full ? "many" : null);
    counts[view.id] = null;
    if (reason === null) counted.push(view);
    else uncounted[view.id] = reason;
  }
  const read = await Promise.all(counted.map((view) => readFilterFresh(view.filter)));
  const columns = read.map(
    ({ expression }) => sql`(select count(*)::int from (
      select 1 from tickets
      where ${whereOf(actor, expression)} and not tickets.synthetic
      limit ${countMax}) as counted)`,
  );
  const list = columns.length === 0 ? sql`array[]::int[]` : sql`array[${join(columns)}]`;
  const [row] = await db.read.rows<{ counts: number[]; as_of: number }>(sql`
    select ${list} as counts, last as as_of from event_positions`);
  counted.forEach((view, index) => {
    counts[view.id] = row?.counts[index] ?? 0;
  });
  return { counts, uncounted, asOf: row?.as_of ?? 0, surge: surgeLevel() };
}

/** How many tickets a filter finds, also closed ones, in the time that one waits for it. */
export async function countOf(
  actor: Actor,
  filter: string,
): Promise<{ count: number | null; capped: boolean }> {
  const where = whereOf(actor, await understoodFilter(filter));
  const rows = await rowsWithin<{ count: number }>(
    limits.viewCountMsMax,
    sql`select count(*)::int as count from (
      select 1 from tickets where ${where} and not tickets.synthetic
      limit ${raw(String(limits.viewCountAskedMax))}) as counted`,
  );
  const count = rows?.[0]?.count ?? null;
  return { count, capped: count === limits.viewCountAskedMax };
}
