import { reachesInactive, readFilter, whereOf } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db, join, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { View } from "../rules/standard-views";

export type ViewCounts = {
  /** null: a view that reaches into closed tickets is not counted while one looks. */
  counts: Record<string, number | null>;
  asOf: number;
};

const countMax = raw(String(limits.viewCountMax));

/** How many tickets each view holds, capped; one statement for all of them. */
export async function viewCounts(actor: Actor, views: readonly View[]): Promise<ViewCounts> {
  const asked = views.map((view) => ({
    id: view.id,
    expression: readFilter(view.filter).expression,
  }));
  const counted = asked.filter((view) => !reachesInactive(view.expression));
  const columns = counted.map(
    (view) => sql`(select count(*)::int from (
      select 1 from tickets where ${whereOf(actor, view.expression)} and not tickets.synthetic
      limit ${countMax}) as counted)`,
  );
  const list = columns.length === 0 ? sql`array[]::int[]` : sql`array[${join(columns)}]`;
  const [row] = await db.read.rows<{ counts: number[]; as_of: number }>(sql`
    select ${list} as counts, last as as_of from event_positions`);
  const counts: Record<string, number | null> = {};
  for (const view of asked) counts[view.id] = null;
  counted.forEach((view, index) => {
    counts[view.id] = row?.counts[index] ?? 0;
  });
  return { counts, asOf: row?.as_of ?? 0 };
}
