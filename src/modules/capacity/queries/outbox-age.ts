import { nowMs } from "@/platform/clock";
import { db, sql } from "@/platform/database";

export type Publishing = {
  /** How long the oldest event has waited to be published; 0 where none waits. */
  ageMs: number;
  /** Events that no process of here understands; they wait for one that does. */
  parked: number;
};

/** Whether what happens is told at once. */
export async function publishingNow(): Promise<Publishing> {
  const [row] = await db.write.rows<{ oldest: Date | null; parked: number }>(sql`
    select (select min(created_at) from (
        select created_at from outbox
        where published_at is null and parked_at is null order by seq limit 1) waiting) as oldest,
      (select count(*)::int from (
        select from outbox where parked_at is not null and published_at is null limit 1000
      ) parked) as parked`);
  const ageMs = Math.max(0, nowMs() - (row?.oldest?.getTime() ?? nowMs()));
  return { ageMs, parked: row?.parked ?? 0 };
}
