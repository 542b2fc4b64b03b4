import { db, sql } from "@/platform/database";
import { log } from "@/platform/log";
import { processReports } from "@/platform/processes";
import type { Condition } from "../rules/incidents/condition";
import {
  indicatorConditions,
  type Machinery,
  machineryConditions,
  objectiveConditions,
  supportConditions,
} from "../rules/incidents/conditions";
import { type LastMeasure, processConditions } from "../rules/incidents/processes";
import { upkeepConditions } from "../rules/incidents/upkeep";
import { objectiveReports } from "./objectives";
import { publishingNow } from "./outbox-age";
import { overview } from "./overview";
import { supportReports } from "./support-objectives";
import { upkeepReadings } from "./upkeep";

const hourMs = 3_600_000;

async function machinery(atMs: number): Promise<Machinery> {
  const { ageMs, parked } = await publishingNow();
  const gauges = await db.read.rows<{ name: string; value: number }>(sql`
    select distinct on (name) name, sum as value from metric_samples
    where span_seconds = 10 and at > ${new Date(atMs - 2 * hourMs)} and at <= ${new Date(atMs)}
      and name in ('insightdesk_certificate_days_left', 'insightdesk_partition_faults')
    order by name, at desc`);
  const gauge = (name: string) => gauges.find((each) => each.name === name)?.value ?? null;
  const webhooksOff = await db.read.rows<{ id: string; name: string }>(sql`
    select id, name from webhook_endpoints where off_reason in ('failing', 'gone')
    order by id limit 50`);
  return {
    outboxAgeMs: ageMs,
    parkedEvents: parked,
    certificateDays: gauge("insightdesk_certificate_days_left"),
    partitionFaults: gauge("insightdesk_partition_faults"),
    webhooksOff,
  };
}

async function lastMeasures(atMs: number): Promise<LastMeasure[]> {
  const rows = await db.write.rows<{ process_id: string; at: Date }>(sql`
    select process_id, max(at) as at from metric_samples
    where span_seconds = 10 and name = 'insightdesk_memory_bytes'
      and at > ${new Date(atMs - hourMs)}
    group by process_id limit 500`);
  return rows.map(({ process_id, at }) => ({ processId: process_id, atMs: at.getTime() }));
}

type Group = { starts: readonly string[]; look: () => Promise<Condition[]> };

/** Everything that is watched, as it is now; where a source is away, what is unseen for it. */
export async function conditionsNow(
  atMs: number,
): Promise<{ conditions: Condition[]; unseen: string[] }> {
  const groups: readonly Group[] = [
    { starts: ["indicator:"], look: async () => indicatorConditions((await overview()).tiles) },
    {
      starts: ["objective:"],
      look: async () => objectiveConditions((await objectiveReports()).objectives),
    },
    {
      starts: ["support:"],
      look: async () => supportConditions((await supportReports()).objectives),
    },
    {
      starts: ["upkeep:"],
      look: async () => upkeepConditions(await upkeepReadings(atMs)),
    },
    {
      starts: ["outbox:", "certificate", "partitions", "webhook:"],
      look: async () => machineryConditions(await machinery(atMs)),
    },
    {
      starts: ["silent:", "check:", "measuring:"],
      look: async () => processConditions(await processReports(), await lastMeasures(atMs), atMs),
    },
  ];
  const looked = await Promise.all(
    groups.map(async ({ starts, look }) => {
      try {
        return { conditions: await look(), unseen: [] };
      } catch (err) {
        log().warn({ err, starts }, "what is watched could not be seen");
        return { conditions: [], unseen: [...starts] };
      }
    }),
  );
  return {
    conditions: looked.flatMap(({ conditions }) => conditions),
    unseen: looked.flatMap(({ unseen }) => unseen),
  };
}
