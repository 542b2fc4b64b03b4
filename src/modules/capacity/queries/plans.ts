import { nowMs } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { measureNames } from "../rules/readings";
import type { Point } from "../rules/scalability/law";

export type SavedPlan = { id: string; name: string; address: string; by: string; at: string };
export type KeptReport = {
  id: string;
  name: string;
  madeOn: string;
  takenAt: string;
  by: string;
  points: [number, number][];
};

const plansMax = raw(String(limits.plansMax));

/** The plans that are kept and the load reports that were taken in, the newest first. */
export async function savedPlans(): Promise<{ plans: SavedPlan[]; reports: KeptReport[] }> {
  const [plans, reports] = await Promise.all([
    db.read.rows<Omit<SavedPlan, "at"> & { at: Date }>(sql`
      select capacity_plans.id, capacity_plans.name, capacity_plans.address, users.name as by,
        capacity_plans.created_at as at
      from capacity_plans join users on users.id = capacity_plans.author_id
      order by capacity_plans.created_at desc, capacity_plans.id desc limit ${plansMax}`),
    db.read.rows<Omit<KeptReport, "takenAt"> & { takenAt: Date }>(sql`
      select load_reports.id, load_reports.name, load_reports.made_on as "madeOn",
        load_reports.taken_at as "takenAt", load_reports.points, users.name as by
      from load_reports join users on users.id = load_reports.author_id
      order by load_reports.taken_at desc, load_reports.id desc limit ${plansMax}`),
  ]);
  return {
    plans: plans.map((plan) => ({ ...plan, at: plan.at.toISOString() })),
    reports: reports.map((report) => ({ ...report, takenAt: report.takenAt.toISOString() })),
  };
}

const hourMs = 3_600_000;
const daysCounted = 7;
const enoughRequests = 1_000;
const operationsShown = 20;

export type ServiceTime = { operation: string; calls: number; msMean: number };
export type MeasuredTimes = {
  days: number;
  cpuMsPerRequest: number | null;
  requests: number;
  operations: ServiceTime[];
  newest: { name: string; takenAt: string; points: Point[] } | null;
};

/** What an answer costs here: time by operation, and the web processes' CPU by their answers. */
export async function measuredTimes(): Promise<MeasuredTimes> {
  const since = new Date(nowMs() - daysCounted * 24 * hourMs);
  const [operations, [cpu], { reports }] = await Promise.all([
    db.read.rows<ServiceTime>(sql`
      select split_part(split_part(labels, 'operation=', 2), ',', 1) as operation,
        sum(count)::float8 as calls, sum(sum) / sum(count) as "msMean"
      from metric_samples
      where span_seconds = 3600 and name = 'insightdesk_operation_ms' and process_kind = 'web'
        and at > ${since}
      group by 1 having sum(count) > 0
      order by sum(sum) desc limit ${raw(String(operationsShown))}`),
    db.read.rows<{ cpu_ms: number | null; requests: number | null }>(sql`
      select
        sum(sum) filter (where name = 'insightdesk_cpu_share') * ${10_000} as cpu_ms,
        sum(count) filter (where name = ${measureNames.response})::float8 as requests
      from metric_samples
      where span_seconds = 3600 and name in ('insightdesk_cpu_share', ${measureNames.response})
        and process_kind = 'web' and at > ${since}`),
    savedPlans(),
  ]);
  const requests = cpu?.requests ?? 0;
  const [newest] = reports;
  return {
    days: daysCounted,
    requests,
    cpuMsPerRequest:
      requests < enoughRequests || cpu?.cpu_ms == null ? null : cpu.cpu_ms / requests,
    operations: operations.map(({ msMean, ...each }) => ({
      ...each,
      msMean: Math.round(msMean * 10) / 10,
    })),
    newest:
      newest === undefined
        ? null
        : { name: newest.name, takenAt: newest.takenAt, points: newest.points },
  };
}
