import { now } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { type SurgeLevel, tellSurge } from "@/platform/surge";
import { durationMsEdges } from "@/platform/telemetry";
import { figuresOf } from "../queries/figures";
import { measuresOf } from "../queries/measures";
import { surgeNow } from "../queries/surge";
import { percentileOf } from "../rules/percentile";
import { bucketsOf, measureNames } from "../rules/readings";
import { askedBy, nextSurge, type Pressure } from "../rules/surge/surge";

const delayName = "insightdesk_event_loop_delay_ms";

const highest = (values: readonly number[]) => (values.length === 0 ? null : Math.max(...values));

/** How the web processes kept up in the last half minute. */
async function pressureAt(atMs: number): Promise<Pressure> {
  const measures = await measuresOf({
    spanSeconds: 10,
    names: [measureNames.response, measureNames.pool, delayName],
    fromMs: atMs - limits.surgeWindowMs,
    toMs: atMs,
  });
  const web = measures.filter(({ processKind }) => processKind === "web");
  const named = (name: string) => web.filter((measure) => measure.name === name);
  const mean = ({ sum, count }: { sum: number; count: number }) => sum / Math.max(1, count);
  const answers = bucketsOf(named(measureNames.response), durationMsEdges);
  const counted = answers.reduce((sum, { count }) => sum + count, 0);
  return {
    // A handful of slow answers is no overload.
    responseMsP95:
      counted < limits.surgeAnswersMin ? null : (percentileOf(answers, 0.95)?.value ?? null),
    loopDelayMs: highest(named(delayName).map(mean)),
    poolShare: highest(named(measureNames.pool).map(mean)),
  };
}

type Stored = {
  level: SurgeLevel;
  hot_since: Date | null;
  calm_since: Date | null;
  at: Date;
};

/** Of several workers, one each time; the others find that it was done. */
async function take(at: Date): Promise<Stored | undefined> {
  const [row] = await db.write.rows<Stored>(sql`
    with before as (
      select level, hot_since, calm_since, at from surge_state
      where at <= ${new Date(at.getTime() - limits.surgeTendMs)}
        or at > ${new Date(at.getTime() + limits.clockAheadMsMax)}
      for update skip locked
    )
    update surge_state set at = ${at} from before
    returning before.level, before.hot_since, before.calm_since, before.at`);
  return row;
}

/** Switches by what was measured, tells all processes, and goes back by itself. */
export async function tendSurge(): Promise<void> {
  const at = now();
  const row = await take(at);
  if (row === undefined) return;
  const asked = askedBy(await pressureAt(at.getTime()), await figuresOf("indicators"));
  const before = {
    level: row.level,
    hotSinceMs: row.hot_since?.getTime() ?? null,
    calmSinceMs: row.calm_since?.getTime() ?? null,
  };
  const next = nextSurge(before, asked, at.getTime());
  const says = asked?.says ?? "nothing was measured";
  const timeOf = (ms: number | null) => (ms === null ? null : new Date(ms));
  await db.write.rows(sql`
    update surge_state set level = ${next.level}, says = ${says},
      hot_since = ${timeOf(next.hotSinceMs)}::timestamptz,
      calm_since = ${timeOf(next.calmSinceMs)}::timestamptz`);
  if (next.level !== before.level)
    await db.write.rows(sql`
      insert into surge_changes (id, level, says, at)
      values (${newId(at.getTime())}, ${next.level}, ${says.slice(0, 300)}, ${at})`);
  const { level } = await surgeNow();
  await tellSurge(level);
}
