import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { assert } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { accessChanged } from "../events";
import { actorById } from "../queries/actor-by-id";

const schema = z.object({ commandId: commandIdSchema });

/** A link that came by mail proves the address, too; sockets of sessions that ended close. */
const passwordReset = command("identity.passwordReset", schema, async (tx, { actor, now }) => {
  await tx.rows(sql`
    update users set email_verified = true, updated_at = ${now} where id = ${actor.id}`);
  tx.append(accessChanged.make({ userId: actor.id, reason: "password_changed", session: null }));
  return { done: true };
});

export async function notePasswordReset(userId: string): Promise<void> {
  const actor = await actorById(userId);
  assert(actor !== null, "a password belongs to somebody");
  await passwordReset.execute(actor, { commandId: newId() });
}
