import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { accessChanged } from "../events";
import { roleMay } from "../rules/permissions";
import { personForUpdate } from "../steps/person";
import { thenApplyAccess } from "./apply-access";

export const suspendUserSchema = z.object({ commandId: commandIdSchema, userId: z.uuid() });

/** Shuts somebody out, at once and on every device; what they wrote stays. */
export const suspendUser = thenApplyAccess(
  command("identity.suspend", suspendUserSchema, async (tx, { actor, now }, { userId }) => {
    if (!roleMay(actor.role, "people.suspend")) throw new AppError("forbidden");
    const { person, mayLoseAdmin } = await personForUpdate(tx, userId);
    if (person.suspendedAt !== null)
      return { userId, suspendedAt: person.suspendedAt.toISOString() };
    if (!mayLoseAdmin) throw new AppError("last_admin");
    await tx.rows(sql`
      update users set suspended_at = ${now}, updated_at = ${now} where id = ${userId}`);
    tx.append(accessChanged.make({ userId, reason: "suspended", session: null }));
    return { userId, suspendedAt: now.toISOString() };
  }),
);
