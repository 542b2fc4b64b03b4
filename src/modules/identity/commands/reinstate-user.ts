import { command } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { accessChanged } from "../events";
import { roleMay } from "../rules/permissions";
import { personForUpdate } from "../steps/person";
import { thenApplyAccess } from "./apply-access";
import { suspendUserSchema } from "./suspend-user";

/** Lets somebody in again; they sign in as before. */
export const reinstateUser = thenApplyAccess(
  command("identity.reinstate", suspendUserSchema, async (tx, { actor, now }, { userId }) => {
    if (!roleMay(actor.role, "people.suspend")) throw new AppError("forbidden");
    const { person } = await personForUpdate(tx, userId);
    if (person.suspendedAt === null) return { userId };
    await tx.rows(
      sql`update users set suspended_at = null, updated_at = ${now} where id = ${userId}`,
    );
    tx.append(accessChanged.make({ userId, reason: "reinstated", session: null }));
    return { userId };
  }),
);
