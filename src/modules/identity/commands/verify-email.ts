import * as z from "zod";
import { now } from "@/platform/clock";
import { command, commandIdSchema } from "@/platform/command";
import { db, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { actorById } from "../queries/actor-by-id";
import type { verifySchema } from "../schema";
import { type Caller, countLinkUse } from "../steps/attempts";
import { verificationOf } from "../steps/secret-token";

const schema = z.object({ commandId: commandIdSchema, identifier: z.string() });

const confirmAddress = command(
  "identity.verifyEmail",
  schema,
  async (tx, { actor, now: at }, { identifier }) => {
    const used = await tx.first(sql`
      delete from verifications where identifier = ${identifier} and expires_at > ${at} returning id`);
    if (used === undefined) throw new AppError("link_expired");
    await tx.rows(sql`
      update users set email_verified = true, updated_at = ${at} where id = ${actor.id}`);
    return { verified: true };
  },
);

/**
 * Confirms an address by the link that was sent to it; the link works once.
 * @throws AppError `link_expired`, `rate_limited`
 */
export async function verifyEmail(
  caller: Caller,
  { token }: z.output<typeof verifySchema>,
): Promise<void> {
  await countLinkUse(caller);
  const identifier = verificationOf(token);
  const [row] = await db.write.rows<{ value: string }>(sql`
    select value from verifications where identifier = ${identifier} and expires_at > ${now()}`);
  const actor = row === undefined ? null : await actorById(row.value);
  if (actor === null) throw new AppError("link_expired");
  await confirmAddress.execute(actor, { commandId: newId(), identifier });
}
