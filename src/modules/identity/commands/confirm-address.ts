import * as z from "zod";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { accessChanged, profileChanged } from "../events";
import { actorById } from "../queries/actor-by-id";
import { addressLink } from "../queries/own-address";
import { maskedAddress } from "../rules/masked-address";
import { letters, linkOf, type Mover, mailAddress } from "../steps/address-change";
import { type Caller, countLinkUse } from "../steps/attempts";
import { hashOf, newSecretToken } from "../steps/secret-token";
import { thenApplyAccess } from "./apply-access";

type Change = { id: string; old_email: string; new_email: string };

/** @throws AppError `email_taken`: whoever opened the link has proved that it is theirs to know. */
async function moveTo(tx: CommandTx, userId: string, { new_email: email }: Change, at: Date) {
  // Two who move to one address at the same moment come one after the other.
  await tx.rows(sql`select pg_advisory_xact_lock(hashtext('users.email'), hashtext(${email}))`);
  const holder = await tx.first(sql`select id from users where email = ${email}`);
  if (holder !== undefined) throw new AppError("email_taken");
  await tx.rows(sql`
    update users set email = ${email}, email_verified = true, updated_at = ${at}
    where id = ${userId}`);
  // Links that lie in the old mailbox open nothing any more.
  await tx.rows(sql`delete from verifications where value = ${userId}`);
}

const confirm = thenApplyAccess(
  command(
    "identity.confirmAddress",
    z.object({ commandId: commandIdSchema, userId: z.uuid(), changeId: z.uuid() }),
    async (tx, { now }, { userId, changeId }) => {
      const mover = await tx.first<Mover & { email: string }>(sql`
        select id, name, language, locale, email::text as email from users
        where id = ${userId} and suspended_at is null for update`);
      const change = await tx.first<Change>(sql`
        select id, old_email::text as old_email, new_email::text as new_email
        from address_changes
        where id = ${changeId} and user_id = ${userId} and step = 'confirm'
          and expires_at > ${now} for update`);
      if (mover === undefined || change === undefined || mover.email !== change.old_email)
        throw new AppError("link_expired");
      await moveTo(tx, userId, change, now);
      const token = newSecretToken();
      await tx.rows(sql`
        update address_changes set step = 'object', token_hash = ${hashOf(token)},
          changed_at = ${now}, expires_at = ${new Date(now.getTime() + limits.addressObjectionMs)}
        where id = ${changeId}`);
      const mail = {
        letter: letters.changed,
        to: change.old_email,
        person: mover,
        address: maskedAddress(change.new_email),
        path: linkOf(token),
      };
      await mailAddress(tx, mail, now);
      tx.append(
        accessChanged.make({ userId, reason: "signed_out", session: null }),
        profileChanged.make({ userId }),
      );
      return { email: change.new_email };
    },
  ),
);

/**
 * Moves an account to another address by the link that went there; the other devices are signed out.
 * @throws AppError `link_expired`, `email_taken`, `rate_limited`
 */
export async function confirmAddress(caller: Caller, token: string): Promise<{ email: string }> {
  await countLinkUse(caller);
  const link = await addressLink(token);
  const actor = link?.step === "confirm" ? await actorById(link.userId) : null;
  if (link === null || actor === null) throw new AppError("link_expired");
  const given = { commandId: newId(), userId: link.userId, changeId: link.id };
  const { email } = await confirm.execute(actor, given);
  return { email };
}
