import { nowMs } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { processReports } from "@/platform/processes";
import { depthOf, type QueueDepth, queueNames, queues } from "@/platform/queues";
import { durationMsEdges } from "@/platform/telemetry";
import { percentileOf } from "../rules/percentile";
import { bucketsOf, type Measure } from "../rules/readings";
import { measuresOf } from "./measures";
import { type Publishing, publishingNow } from "./outbox-age";

const minuteMs = 60_000;
const minutesShown = 60;

export type QueueReport = QueueDepth & {
  does: string;
  /** Jobs done in the last five minutes, a minute. */
  donePerMinute: number;
  msWaitP95: number | null;
  msRunP95: number | null;
  /** How long the backlog lasts at that rate; null when nothing gets done. */
  drainMs: number | null;
  line: { atMs: number; value: number | null }[];
};

const names = ["insightdesk_job_wait_ms", "insightdesk_job_run_ms", "insightdesk_queue_jobs"];
const p95 = (measures: readonly Measure[]) =>
  percentileOf(bucketsOf(measures, durationMsEdges), 0.95)?.value ?? null;

function reportOf(depth: QueueDepth, measures: readonly Measure[], atMs: number): QueueReport {
  const mine = measures.filter(({ labels }) => labels.queue === depth.queue);
  const recent = mine.filter((measure) => measure.atMs > atMs - 6 * minuteMs);
  const of = (name: string, within: readonly Measure[]) =>
    within.filter((measure) => measure.name === name);
  const minutes = new Set(recent.map((measure) => measure.atMs)).size;
  const done = of("insightdesk_job_run_ms", recent).reduce((sum, { count }) => sum + count, 0);
  const donePerMinute = done / Math.max(1, minutes);
  const waiting = of("insightdesk_queue_jobs", mine).filter(
    ({ labels }) => labels.state === "waiting",
  );
  const fullest = new Map<number, number>();
  for (const { atMs: at, highest } of waiting)
    fullest.set(at, Math.max(highest, fullest.get(at) ?? 0));
  return {
    ...depth,
    does: queues[depth.queue].does,
    donePerMinute,
    msWaitP95: p95(of("insightdesk_job_wait_ms", recent)),
    msRunP95: p95(of("insightdesk_job_run_ms", recent)),
    drainMs: donePerMinute === 0 ? null : (depth.waiting / donePerMinute) * minuteMs,
    line: [...fullest].sort(([a], [b]) => a - b).map(([at, value]) => ({ atMs: at, value })),
  };
}

export type QueuesReport = {
  atMs: number;
  queues: QueueReport[];
  publishing: Publishing;
  /** Worker processes that answer now. */
  workers: number;
};

/** Every queue, the one whose next job has waited longest first; what feeds them, and who empties them. */
export async function queueReports(): Promise<QueuesReport> {
  const atMs = nowMs();
  const [publishing, processes, depths, measures] = await Promise.all([
    publishingNow(),
    processReports(),
    Promise.all(queueNames.map(depthOf)),
    measuresOf({ spanSeconds: 60, names, fromMs: atMs - minutesShown * minuteMs, toMs: atMs }),
  ]);
  const reports = depths.map((depth) => reportOf(depth, measures, atMs));
  return {
    atMs,
    queues: reports.sort((a, b) => (b.oldestMs ?? -1) - (a.oldestMs ?? -1)),
    publishing,
    workers: processes.filter(({ kind, silent }) => kind === "worker" && !silent).length,
  };
}

export type OperatorAction = {
  id: string;
  by: string;
  action: string;
  subject: string;
  at: string;
};

/** What admins did to the machinery last. */
export async function operatorActions(): Promise<OperatorAction[]> {
  const rows = await db.read.rows<{
    id: string;
    name: string;
    action: string;
    subject: string;
    at: Date;
  }>(sql`
    select operator_actions.id, users.name, operator_actions.action, operator_actions.subject,
      operator_actions.at
    from operator_actions join users on users.id = operator_actions.actor_id
    order by operator_actions.at desc, operator_actions.id desc limit 20`);
  return rows.map(({ id, name, action, subject, at }) => ({
    id,
    by: name,
    action,
    subject,
    at: at.toISOString(),
  }));
}
