import { db, sql } from "@/platform/database";
import { log } from "@/platform/log";
import { processReports } from "@/platform/processes";
import { depthOf } from "@/platform/queues";
import { isWorkerQueue, type ScalingSubject } from "../rules/scaling/subjects";

const minuteMs = 60_000;

/** Per cent of one core, the mean of all web processes. */
async function webCpuPercent(atMs: number): Promise<number | null> {
  const [row] = await db.read.rows<{ value: number | null }>(sql`
    select 100 * sum(sum) / nullif(sum(count), 0) as value from metric_samples
    where span_seconds = 10 and name = 'insightdesk_cpu_share' and process_kind = 'web'
      and at > ${new Date(atMs - minuteMs)}`);
  return row?.value ?? null;
}

async function socketsPerServer(): Promise<number | null> {
  const held = (await processReports())
    .filter(({ kind, silent }) => kind === "realtime" && !silent)
    .map(({ connections = 0 }) => connections);
  return held.length === 0 ? null : held.reduce((sum, each) => sum + each, 0) / held.length;
}

function read(subject: ScalingSubject, atMs: number): Promise<number | null> {
  if (isWorkerQueue(subject)) return depthOf(subject).then(({ waiting }) => waiting);
  return subject === "web" ? webCpuPercent(atMs) : socketsPerServer();
}

/** What a rule looks at, now; null where nobody can say. `coresEach` is what a process is given. */
export async function scalingMeasure(
  subject: ScalingSubject,
  atMs: number,
  coresEach = 1,
): Promise<number | null> {
  try {
    const value = await read(subject, atMs);
    if (value === null) return null;
    return Math.round((subject === "web" ? value / coresEach : value) * 10) / 10;
  } catch (err) {
    log().debug({ err, subject }, "what scaling looks at could not be read");
    return null;
  }
}
