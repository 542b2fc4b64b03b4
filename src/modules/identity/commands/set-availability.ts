import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { availabilityChanged } from "../events";

const schema = z.object({
  commandId: commandIdSchema,
  /** The end of the absence; null is here again. */
  awayUntil: z.iso.datetime().nullable(),
});

/** Says that somebody is away until a time, or here again: replies on their tickets find the team. */
export const setAvailability = command(
  "identity.setAvailability",
  schema,
  async (tx, { actor, now }, input) => {
    const awayUntil = input.awayUntil === null ? null : new Date(input.awayUntil);
    const latest = now.getTime() + limits.awayMsMax;
    if (awayUntil !== null && (awayUntil <= now || awayUntil.getTime() > latest))
      throw new AppError("invalid_input", { detail: { fields: ["awayUntil"] } });
    await tx.rows(sql`
      update users set away_until = ${awayUntil}, updated_at = ${now} where id = ${actor.id}`);
    tx.append(availabilityChanged.make({ userId: actor.id }));
    return { awayUntil: awayUntil?.toISOString() ?? null };
  },
);
