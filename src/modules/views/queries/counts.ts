import { dependsOnTime, type Expression } from "@/modules/filters";
import {
  reachesInactive,
  readFiltersFresh,
  ticketFieldsNow,
  understoodFilter,
  whereOf,
  wheresOf,
  withIds,
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
  /** Some of the numbers change by the clock alone. */
  moves: boolean;
};

const countMax = raw(String(limits.viewCountMax));

type Read = Awaited<ReturnType<typeof readFiltersFresh>>[number];

function reasonAgainst({ expression, problems }: Read): Uncounted | null {
  if (problems.length > 0) return "unread";
  return reachesInactive(expression) ? "closed" : null;
}

type Counted = { id: string; expression: Expression };

/** Which of the views are counted now, and why the others are not. */
async function countable(views: readonly Pick<View, "id" | "filter">[]) {
  const uncounted: Record<string, Uncounted> = {};
  const counted: Counted[] = [];
  const resting = sheds("counts");
  const reads = await readFiltersFresh(views.map(({ filter }) => filter));
  for (const [place, { id }] of views.entries()) {
    const read = reads[place];
    const full = counted.length >= limits.viewsCountedMax;
    const against = read === undefined ? "unread" : reasonAgainst(read);
    const reason = against ?? (resting ? "resting" : full ? "many" : null);
    if (reason === null && read !== undefined) counted.push({ id, expression: read.expression });
    else uncounted[id] = reason ?? "unread";
  }
  const named = await withIds(
    counted.map(({ expression }) => expression),
    ticketFieldsNow(),
  );
  const known = named.flatMap(({ expression, unknown }, place): Counted[] => {
    const id = counted[place]?.id ?? "";
    // Somebody whom the view names may have got another name since.
    if (unknown.length === 0) return [{ id, expression }];
    uncounted[id] = "unread";
    return [];
  });
  return { counted: known, uncounted };
}

/** How many tickets each view holds, capped; one statement for all of them. */
export async function viewCounts(
  actor: Actor,
  views: readonly Pick<View, "id" | "filter">[],
): Promise<ViewCounts> {
  const { counted, uncounted } = await countable(views);
  const asked = counted.map(({ expression }) => expression);
  const columns = (await wheresOf(actor, asked)).map(
    (where) => sql`(select count(*)::int from (
      select 1 from tickets
      where ${where} and not tickets.synthetic
      limit ${countMax}) as counted)`,
  );
  const list = columns.length === 0 ? sql`array[]::int[]` : sql`array[${join(columns)}]`;
  const [row] = await db.read.rows<{ counts: number[]; as_of: number }>(sql`
    select ${list} as counts, last as as_of from event_positions`);
  const counts: Record<string, number | null> = {};
  for (const { id } of views) counts[id] = null;
  for (const [place, { id }] of counted.entries()) counts[id] = row?.counts[place] ?? 0;
  const moves = asked.some(dependsOnTime);
  return { counts, uncounted, asOf: row?.as_of ?? 0, surge: surgeLevel(), moves };
}

/** How many tickets a filter finds, also closed ones, in the time that one waits for it. */
export async function countOf(
  actor: Actor,
  filter: string,
): Promise<{ count: number | null; capped: boolean }> {
  const where = await whereOf(actor, await understoodFilter(filter));
  const rows = await rowsWithin<{ count: number }>(
    limits.viewCountMsMax,
    sql`select count(*)::int as count from (
      select 1 from tickets where ${where} and not tickets.synthetic
      limit ${raw(String(limits.viewCountAskedMax))}) as counted`,
  );
  const count = rows?.[0]?.count ?? null;
  return { count, capped: count === limits.viewCountAskedMax };
}
