import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { type UpkeepName, upkeepNames } from "../rules/figures/upkeep";
import type { UpkeepReading } from "../rules/incidents/upkeep";

/** What the watches read last, of each table and slot; a worker that is gone reads nothing any more. */
export async function upkeepReadings(atMs: number): Promise<UpkeepReading[]> {
  return db.read.rows<{ name: UpkeepName; value: number; labels: string }>(sql`
    select distinct on (name, labels) name, labels, sum as value from metric_samples
    where span_seconds = 10 and name = any(${[...upkeepNames]}::text[])
      and at > ${new Date(atMs - limits.upkeepReadingMsMax)} and at <= ${new Date(atMs)}
    order by name, labels, at desc limit 100`);
}
