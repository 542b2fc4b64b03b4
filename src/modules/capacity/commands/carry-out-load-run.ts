import { now, nowMs } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { figuresInForce } from "../queries/figures";
import type { JudgedBy } from "../rules/lab/judged-by";
import { type LabOptions, labScenarios } from "../rules/lab/options";
import { type LabProgress, type LabReport, pointsOf } from "../rules/lab/report";
import type { LabState } from "../rules/lab/state";
import { labOptionsSchema } from "./lab-shapes";

export type TakenRun = { id: string; options: LabOptions; judgedBy: JudgedBy };

/**
 * Takes the run that was asked for, if there is one that nobody else took; one is under way at most.
 * It is judged by the figures that count as it begins, and they are written down with it.
 */
export async function takeLoadRun(): Promise<TakenRun | null> {
  const at = now();
  const [budgets, objectives, indicators] = await Promise.all([
    figuresInForce("budgets"),
    figuresInForce("objectives"),
    figuresInForce("indicators"),
  ]);
  const judgedBy = { budgets, objectives, indicators };
  const [taken] = await db.write.rows<{ id: string; options: unknown }>(sql`
    update load_runs set state = 'running', started_at = ${at}, seen_at = ${at},
      judged_by = ${JSON.stringify(judgedBy)}
    where id in (
      select id from load_runs
      where state = 'asked' and asked_at > ${new Date(at.getTime() - limits.loadRunTakenMs)}
      order by id limit 1 for update skip locked)
    returning id, options`);
  if (taken === undefined) return null;
  return { id: taken.id, options: labOptionsSchema.parse(taken.options), judgedBy };
}

/** Says how far it is. Answers whether it may go on: somebody may have cancelled or given it up. */
export async function noteLoadProgress(
  id: string,
  progress: LabProgress,
): Promise<{ goesOn: boolean; cancelAsked: boolean }> {
  const [run] = await db.write.rows<{ cancel_asked: boolean }>(sql`
    update load_runs set progress = ${JSON.stringify(progress)}, seen_at = ${now()}
    where id = ${id} and state = 'running'
    returning cancel_asked`);
  return { goesOn: run !== undefined, cancelAsked: run?.cancel_asked ?? false };
}

const madeOn = ({ on }: LabReport) =>
  [on.cpu, `${on.cores} cores`, `${on.memoryGb} GB`]
    .join(", ")
    .slice(0, limits.loadReportMadeOnCharsMax);

/**
 * Writes down what became of a run. What it found is the planner's as well: the run and the report
 * that plans rest on are written together.
 */
export async function endLoadRun(
  id: string,
  end: { state: LabState; says: string | null; report: LabReport | null },
): Promise<void> {
  const { state, says, report } = end;
  const at = now();
  const points = report === null ? [] : pointsOf(report);
  const name =
    report === null
      ? ""
      : `Load lab: ${labScenarios[report.options.scenario].label}, ${report.options.webs} web`;
  await db.write.rows(sql`
    with ended as (
      update load_runs set state = ${state}, says = ${says}, ended_at = ${at}, progress = null,
        report = ${report === null ? null : JSON.stringify(report)}
      where id = ${id} and state = 'running'
      returning author_id
    )
    insert into load_reports (id, name, taken_at, made_on, points, author_id, created_at)
    select ${newId(nowMs())}, ${name}, ${at}, ${report === null ? "" : madeOn(report)},
      ${JSON.stringify(points)}, author_id, ${at}
    from ended
    where ${points.length > 0} and (
      select count(*) from load_reports) < ${raw(String(limits.plansMax))}`);
}
