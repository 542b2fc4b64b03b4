import { nowMs } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { blameOf, type DelayParts } from "../rules/delay/minutes";

export type LateMinutes = {
  /** How many days are added up. */
  days: number;
  /** Late promises that are over; those of which somebody still waits are not told yet. */
  promises: number;
  partsMs: DelayParts;
  /** Shares; null where nothing was late. */
  blame: { people: number; machines: number } | null;
};

const dayMs = 86_400_000;

/** Where the minutes of the late promises of the last days went, all of them together. */
export async function lateMinutes(): Promise<LateMinutes> {
  const since = new Date(nowMs() - limits.lateLookBackMs);
  const [row] = await db.read.rows<{ promises: number } & DelayParts>(sql`
    select count(*)::int as promises,
      coalesce(sum(mail_ms), 0)::float8 as mail, coalesce(sum(queue_ms), 0)::float8 as queue,
      coalesce(sum(slowness_ms), 0)::float8 as slowness,
      coalesce(sum(routing_ms), 0)::float8 as routing,
      coalesce(sum(person_ms), 0)::float8 as person
    from (
      select mail_ms, queue_ms, slowness_ms, routing_ms, person_ms from late_minutes
      where ended_at > ${since}
      order by ended_at desc limit ${raw(String(limits.lateRowsMax))}) as newest`);
  const { promises = 0, ...sums } = row ?? {};
  const partsMs = { mail: 0, queue: 0, slowness: 0, routing: 0, person: 0, ...sums };
  return { days: limits.lateLookBackMs / dayMs, promises, partsMs, blame: blameOf(partsMs) };
}
