import { nowMs } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { type JudgedBy, judgedAsFounded } from "../rules/lab/judged-by";
import type { LabOptions } from "../rules/lab/options";
import type { LabProgress, LabReport } from "../rules/lab/report";
import { type LabState, stateNow } from "../rules/lab/state";

export type LoadRunRow = {
  id: string;
  state: LabState;
  says: string | null;
  options: LabOptions;
  by: string;
  askedAt: string;
  startedAt: string | null;
  endedAt: string | null;
  cancelAsked: boolean;
  /** The figures that counted when it began. */
  judgedBy: JudgedBy;
  /** Of a run that is done: whether every threshold held, and its main figures. */
  found: { holds: boolean; perSecond: number; msP95: number | null; visitorsMax: number } | null;
};

type Stored = {
  id: string;
  state: LabState;
  says: string | null;
  options: LabOptions;
  by: string;
  asked_at: Date;
  started_at: Date | null;
  seen_at: Date | null;
  ended_at: Date | null;
  cancel_asked: boolean;
  judged_by: JudgedBy | null;
};

const columns = raw(
  "load_runs.id, load_runs.state, load_runs.says, load_runs.options, users.name as by, load_runs.asked_at, load_runs.started_at, load_runs.seen_at, load_runs.ended_at, load_runs.cancel_asked, load_runs.judged_by",
);

function rowOf(stored: Stored, found: LoadRunRow["found"]): LoadRunRow {
  const known = {
    state: stored.state,
    askedAtMs: stored.asked_at.getTime(),
    seenAtMs: stored.seen_at?.getTime() ?? null,
    says: stored.says,
  };
  return {
    id: stored.id,
    ...stateNow(known, nowMs()),
    options: stored.options,
    by: stored.by,
    askedAt: stored.asked_at.toISOString(),
    startedAt: stored.started_at?.toISOString() ?? null,
    endedAt: stored.ended_at?.toISOString() ?? null,
    cancelAsked: stored.cancel_asked,
    judgedBy: stored.judged_by ?? judgedAsFounded,
    found,
  };
}

/** The runs that are kept, the newest first; the one under way with how far it is. */
export async function loadRuns(): Promise<{ runs: LoadRunRow[]; progress: LabProgress | null }> {
  type Row = Stored & { found: LoadRunRow["found"]; progress: LabProgress | null };
  const rows = await db.write.rows<Row>(sql`
    select ${columns}, case when load_runs.state = 'running' then load_runs.progress end as progress,
      case when load_runs.report is not null then jsonb_build_object(
        'holds', not jsonb_path_exists(load_runs.report, '$.verdicts[*] ? (@.holds == false)'),
        'perSecond', load_runs.report->'perSecond', 'msP95', load_runs.report->'all'->'msP95',
        'visitorsMax', load_runs.report->'visitorsMax') end as found
    from load_runs join users on users.id = load_runs.author_id
    order by load_runs.id desc limit ${raw(String(limits.loadRunsShownMax))}`);
  return {
    runs: rows.map((row) => rowOf(row, row.found)),
    progress: rows.find(({ progress }) => progress !== null)?.progress ?? null,
  };
}

/**
 * One run with all that it found.
 * @throws AppError `not_found` when there is none.
 */
export async function loadRun(id: string): Promise<{ run: LoadRunRow; report: LabReport | null }> {
  const [row] = await db.write.rows<Stored & { report: LabReport | null }>(sql`
    select ${columns}, load_runs.report
    from load_runs join users on users.id = load_runs.author_id where load_runs.id = ${id}`);
  if (row === undefined) throw new AppError("not_found");
  const { report } = row;
  const found =
    report === null
      ? null
      : {
          holds: report.verdicts.every(({ holds }) => holds),
          perSecond: report.perSecond,
          msP95: report.all.msP95,
          visitorsMax: report.visitorsMax,
        };
  return { run: rowOf(row, found), report };
}
