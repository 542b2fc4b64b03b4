import * as z from "zod";
import { markSessions } from "@/platform/auth/valid-from";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { accessChanged, profileChanged } from "../events";
import { actorById } from "../queries/actor-by-id";
import { addressLink } from "../queries/own-address";
import { type Caller, countLinkUse } from "../steps/attempts";
import { thenApplyAccess } from "./apply-access";

/** Every way into an account that somebody else may have: password, links, and what is signed in. */
async function shutEveryDoor(tx: CommandTx, userId: string): Promise<void> {
  await tx.rows(sql`
    delete from accounts where user_id = ${userId} and provider_id = 'credential'`);
  await tx.rows(sql`delete from verifications where value = ${userId}`);
  await tx.rows(sql`delete from address_changes where user_id = ${userId} and changed_at is null`);
  await markSessions(tx, userId);
}

const object = thenApplyAccess(
  command(
    "identity.objectToAddress",
    z.object({ commandId: commandIdSchema, userId: z.uuid(), changeId: z.uuid() }),
    async (tx, { now }, { userId, changeId }) => {
      const person = await tx.first<{ suspended_at: Date | null }>(sql`
        select suspended_at from users where id = ${userId} for update`);
      const change = await tx.first<{ old_email: string; changed_at: Date }>(sql`
        select old_email::text as old_email, changed_at from address_changes
        where id = ${changeId} and user_id = ${userId} and step = 'object' and undone_at is null
          and expires_at > ${now} for update`);
      if (person === undefined || change === undefined) throw new AppError("link_expired");
      await shutEveryDoor(tx, userId);
      const { old_email: email } = change;
      const other = await tx.first(sql`
        select id from users where email = ${email} and id <> ${userId}`);
      const isBack = other === undefined;
      // Where the address is another's by now, the account has none that its owner could be told at.
      const suspendedAt = isBack ? person.suspended_at : (person.suspended_at ?? now);
      if (isBack)
        await tx.rows(sql`
          update users set email = ${email}, email_verified = true where id = ${userId}`);
      await tx.rows(sql`
        update users set suspended_at = ${suspendedAt}, updated_at = ${now} where id = ${userId}`);
      // Whoever moved it may have moved it on.
      await tx.rows(sql`
        update address_changes set undone_at = ${now}, token_hash = null
        where user_id = ${userId} and undone_at is null and changed_at >= ${change.changed_at}`);
      tx.append(
        accessChanged.make({
          userId,
          reason: isBack ? "password_changed" : "suspended",
          session: null,
        }),
        profileChanged.make({ userId }),
      );
      return { email, isBack };
    },
  ),
);

/**
 * Takes a change of address back by the link that the old address got, whatever was changed since.
 * @throws AppError `link_expired`, `rate_limited`
 */
export async function objectToAddress(
  caller: Caller,
  token: string,
): Promise<{ email: string; isBack: boolean }> {
  await countLinkUse(caller);
  const link = await addressLink(token);
  const actor = link?.step === "object" ? await actorById(link.userId) : null;
  if (link === null || actor === null) throw new AppError("link_expired");
  const given = { commandId: newId(), userId: link.userId, changeId: link.id };
  const { email, isBack } = await object.execute(actor, given);
  return { email, isBack };
}
