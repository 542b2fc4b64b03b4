import type { Metric } from "@/modules/sla";
import { nowMs } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import {
  type SupportObjectiveName,
  supportObjectiveNames,
  supportObjectiveOf,
} from "../rules/figures/support-objectives";
import { type Counted, reportOf } from "../rules/objectives";
import { figuresOf } from "./figures";

const dayMs = 86_400_000;

/** The smallest id of that moment: ids begin with their time, and the key of the clocks with the ticket. */
function idFrom(atMs: number): string {
  const time = Math.max(0, atMs).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

type Row = { metric: SupportObjectiveName; at: Date; good: number; total: number };

/** Kept and broken promises of the tickets that were asked in the window, in spans of five minutes. */
async function countedSince(fromMs: number): Promise<Row[]> {
  return db.read.rows<Row>(sql`
    select metric, at, sum(good)::int as good, count(*)::int as total from (
      select metric, case when state = 'met' then 1 else 0 end as good,
        date_bin('5 minutes', case when state = 'met' then ended_at else due_at end, 'epoch') as at
      from sla_clocks join tickets on tickets.id = sla_clocks.ticket_id
      where sla_clocks.ticket_id >= ${idFrom(fromMs)}::uuid and state in ('met', 'breached')
        and not tickets.synthetic
    ) settled
    where at is not null group by metric, at order by at
    limit ${raw(String(limits.metricRowsReadMax))}`);
}

export type Broken = {
  number: number;
  subject: string;
  metric: Metric;
  dueAt: string;
};

async function lastBroken(fromMs: number): Promise<Broken[]> {
  const rows = await db.read.rows<Omit<Broken, "dueAt"> & { due_at: Date }>(sql`
    select tickets.number, tickets.subject, sla_clocks.metric, sla_clocks.due_at
    from sla_clocks join tickets on tickets.id = sla_clocks.ticket_id
    where sla_clocks.ticket_id >= ${idFrom(fromMs)}::uuid and sla_clocks.state = 'breached'
      and sla_clocks.due_at is not null and not tickets.synthetic
    order by sla_clocks.due_at desc, sla_clocks.ticket_id desc limit 20`);
  return rows.map(({ due_at, number, ...row }) => ({
    ...row,
    number: Number(number),
    dueAt: due_at.toISOString(),
  }));
}

/** How the promises to customers stand, in the form of those of the machines, and the last broken ones. */
export async function supportReports() {
  const atMs = nowMs();
  const fromMs = atMs - 30 * dayMs;
  const [set, rows, broken] = await Promise.all([
    figuresOf("support"),
    countedSince(fromMs),
    lastBroken(fromMs),
  ]);
  const spansOf = (name: SupportObjectiveName): Counted[] =>
    rows
      .filter(({ metric }) => metric === name)
      .map(({ at, good, total }) => ({ atMs: at.getTime(), good, total }));
  return {
    atMs,
    objectives: supportObjectiveNames.map((name) => {
      const promise = supportObjectiveOf(name, set);
      return { name, promised: promise.objective, ...reportOf(promise, spansOf(name), atMs) };
    }),
    broken,
  };
}
