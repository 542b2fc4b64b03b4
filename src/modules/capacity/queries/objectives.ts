import { nowMs } from "@/platform/clock";
import { db, raw, type Sql, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { durationMsEdges } from "@/platform/telemetry";
import { objectiveSources } from "../rules/figures/objective-sources";
import {
  type Objective,
  type ObjectiveName,
  objectiveNames,
  objectiveOf,
} from "../rules/figures/objectives";
import { type Counted, type ObjectiveReport, objectiveReport } from "../rules/objectives";
import { figuresOf } from "./figures";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How many of a row's events were good, as SQL. */
export function goodOf(objective: Objective): Sql {
  if (objective.good !== "within")
    return sql`case when labels like '%outcome=failed%' then 0 else count end`;
  const edges: readonly number[] = durationMsEdges;
  const buckets = edges.indexOf(objective.withinMs) + 1;
  return sql`(select coalesce(sum(each), 0) from unnest(buckets[1:${raw(String(buckets))}]) each)`;
}

/** Whole hours of the window, minutes since the last of them, and minutes for the short windows. */
export function spansOf({ windowDays }: Objective, atMs: number): Sql {
  const finelyFromMs = Math.floor((atMs - 6 * hourMs) / hourMs) * hourMs;
  return sql`(
    (span_seconds = 3600 and at > ${new Date(atMs - windowDays * dayMs)}
      and at <= ${new Date(finelyFromMs)})
    or (span_seconds = 60 and at > ${new Date(finelyFromMs)} and at <= ${new Date(atMs)}))`;
}

async function countedOf(
  name: ObjectiveName,
  objective: Objective,
  atMs: number,
): Promise<Counted[]> {
  const rows = await db.read.rows<{ at: Date; good: number; total: number }>(sql`
    select at, sum(${goodOf(objective)})::float8 as good, sum(count)::float8 as total
    from metric_samples
    where name = ${objectiveSources[name]} and ${spansOf(objective, atMs)}
    group by at order by at limit ${raw(String(limits.metricRowsReadMax))}`);
  return rows.map(({ at, good, total }) => ({ atMs: at.getTime(), good, total }));
}

/** How every objective stands, the one with the least budget first. */
export async function objectiveReports(): Promise<{ atMs: number; objectives: ObjectiveReport[] }> {
  const atMs = nowMs();
  const set = await figuresOf("objectives");
  const reports = await Promise.all(
    objectiveNames.map(async (name) => {
      const counted = await countedOf(name, objectiveOf(name, set), atMs);
      return objectiveReport(name, counted, atMs, set);
    }),
  );
  const left = ({ budgetLeft }: ObjectiveReport) => budgetLeft ?? Number.POSITIVE_INFINITY;
  return { atMs, objectives: reports.sort((a, b) => left(a) - left(b)) };
}
