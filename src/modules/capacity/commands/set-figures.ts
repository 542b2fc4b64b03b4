import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { durationMsEdges } from "@/platform/telemetry";
import { differing, faultsOf } from "../rules/settings/faults";
import { figureNames } from "../rules/settings/fields";

export const setFiguresSchema = z
  .object({
    commandId: commandIdSchema,
    figure: z.enum(figureNames),
    /** By "row.column"; what is left out is as founded, and null goes back to all founding values. */
    set: z.record(z.string().max(limits.figureKeyCharsMax), z.number()).nullable(),
    /** The version that the admin had before their eyes; 0 where there was none. */
    seenVersion: z.int().min(0),
    reason: z.string().trim().min(1).max(limits.figureReasonCharsMax),
  })
  .superRefine(({ figure, set }, context) => {
    for (const { key, says } of faultsOf(figure, set ?? {}, durationMsEdges))
      context.addIssue({ code: "custom", message: `${key}: ${says}`, path: ["set", key] });
  });

/** Says from where on something is too much: a new version of a table, with who and why. */
export const setFigures = command(
  "capacity.setFigures",
  setFiguresSchema,
  async (tx, { actor, now }, { figure, set, seenVersion, reason }) => {
    // Two who save at once: one of them has not seen what the other wrote.
    await tx.rows(sql`lock table capacity_figures in share row exclusive mode`);
    const [newest] = await tx.rows<{ version: number }>(sql`
      select version from capacity_figures where figure = ${figure}
      order by version desc limit 1`);
    const version = newest?.version ?? 0;
    if (version !== seenVersion) throw new AppError("settings_changed", { detail: { version } });
    const kept = set === null ? null : JSON.stringify(differing(figure, set));
    await tx.rows(sql`
      insert into capacity_figures (figure, version, value, reason, actor_id, at)
      values (${figure}, ${version + 1}, ${kept}, ${reason}, ${actor.id}, ${now})`);
    return { version: version + 1 };
  },
);
