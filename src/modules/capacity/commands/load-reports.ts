import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { readLoadReport } from "../rules/planner/load-report";

const keepSchema = z.object({
  commandId: commandIdSchema,
  name: z.string().trim().min(1).max(limits.planNameCharsMax),
  /** The file as `npm run load` wrote it. */
  report: z.string().max(limits.loadReportCharsMax),
});

/**
 * Takes a load report in, so that plans rest on what this installation carried.
 * @throws AppError `load_report_not_understood` saying what it lacks.
 */
export const keepLoadReport = command(
  "capacity.keepLoadReport",
  keepSchema,
  async (tx, { actor, now }, { name, report }) => {
    const read = readLoadReport(report);
    if (read.report === null)
      throw new AppError("load_report_not_understood", { detail: { problem: read.problem } });
    const { takenAtMs, madeOn, points } = read.report;
    await tx.rows(sql`lock table load_reports in share row exclusive mode`);
    const [known] = await tx.rows<{ reports: number }>(sql`
      select count(*)::int as reports from load_reports`);
    if ((known?.reports ?? 0) >= limits.plansMax) throw new AppError("limit_reached");
    const id = newId(now.getTime());
    const takenAt = new Date(Math.min(takenAtMs ?? now.getTime(), now.getTime()));
    await tx.rows(sql`
      insert into load_reports (id, name, taken_at, made_on, points, author_id, created_at)
      values (${id}, ${name}, ${takenAt}, ${madeOn}, ${JSON.stringify(points)}, ${actor.id},
        ${now})`);
    return { reportId: id };
  },
);

const removeSchema = z.object({ commandId: commandIdSchema, reportId: z.uuid() });

/** Lets a report go; one that is gone already is gone. */
export const removeLoadReport = command(
  "capacity.removeLoadReport",
  removeSchema,
  async (tx, _context, { reportId }) => {
    await tx.rows(sql`delete from load_reports where id = ${reportId}`);
    return null;
  },
);
