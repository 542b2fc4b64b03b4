import { nowMs } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { objectiveSources } from "../rules/figures/objective-sources";
import { type ObjectiveName, objectiveOf } from "../rules/figures/objectives";
import { figuresOf } from "./figures";
import { goodOf, spansOf } from "./objectives";

const dayMs = 24 * 3_600_000;

export type Burned = { what: string; bad: number; total: number };
export type BurnedBy = {
  /** Of the whole window, up to the last minute: what burns now is in it. */
  operations: Burned[];
  /** Of the last day, by minutes: hours do not keep the servers apart. */
  servers: Burned[];
  versions: Burned[];
};

/** What used an objective's budget up: the operations or queues, servers and versions with most bad events. */
export async function whatBurned(name: ObjectiveName): Promise<{ burned: BurnedBy }> {
  const objective = objectiveOf(name, await figuresOf("objectives"));
  const good = goodOf(objective);
  const atMs = nowMs();
  const [operations, others] = await Promise.all([
    db.read.rows<Burned>(sql`
      select regexp_replace(regexp_replace(labels, ',?outcome=[a-z]+', ''), '^[a-z]+=', '') as what,
        sum(count - ${good})::float8 as bad, sum(count)::float8 as total
      from metric_samples
      where name = ${objectiveSources[name]} and ${spansOf(objective, atMs)}
      group by 1 having sum(count - ${good}) > 0 order by bad desc limit 10`),
    db.read.rows<Burned & { by: "server" | "version" }>(sql`
      with burned as (
        select at, process_kind, process_id,
          sum(count - ${good})::float8 as bad, sum(count)::float8 as total
        from metric_samples
        where name = ${objectiveSources[name]} and span_seconds = 60 and at > ${new Date(atMs - dayMs)}
        group by 1, 2, 3
      ), builds as (
        select at, process_id, min(labels) as labels from metric_samples
        where name = 'insightdesk_build_info' and span_seconds = 60
          and at > ${new Date(atMs - dayMs)}
        group by 1, 2
      )
      select by, what, sum(bad) as bad, sum(total) as total from (
        select 'server' as by, process_kind || ' ' || process_id as what, bad, total from burned
        union all
        select 'version', coalesce(replace(builds.labels, 'version=', ''), 'unknown'), bad, total
        from burned left join builds using (at, process_id)
      ) as counted
      group by 1, 2 having sum(bad) > 0 order by bad desc limit 20`),
  ]);
  const of = (by: "server" | "version") =>
    others.flatMap((row) =>
      row.by === by ? [{ what: row.what, bad: row.bad, total: row.total }] : [],
    );
  return { burned: { operations, servers: of("server"), versions: of("version") } };
}
