import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { accessChanged } from "../events";
import { roleMay } from "../rules/permissions";
import { roleSchema } from "../schema";
import { personForUpdate } from "../steps/person";
import { thenApplyAccess } from "./apply-access";

const changeRoleSchema = z.object({
  commandId: commandIdSchema,
  userId: z.uuid(),
  role: roleSchema,
});

/** Gives somebody another role, from their next request on. */
export const changeRole = thenApplyAccess(
  command("identity.changeRole", changeRoleSchema, async (tx, { actor, now }, { userId, role }) => {
    if (!roleMay(actor.role, "people.changeRole")) throw new AppError("forbidden");
    const { person, mayLoseAdmin } = await personForUpdate(tx, userId);
    if (person.role === role) return { userId, role };
    if (!mayLoseAdmin) throw new AppError("last_admin");
    await tx.rows(sql`
      update users set role = ${role}, updated_at = ${now} where id = ${userId}`);
    tx.append(accessChanged.make({ userId, reason: "role_changed", session: null }));
    return { userId, role };
  }),
);
