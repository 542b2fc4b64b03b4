import * as z from "zod";
import type { Actor } from "@/platform/auth";
import { sessionMark } from "@/platform/auth";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { actorById } from "../queries/actor-by-id";
import { addressLink, passwordOf } from "../queries/own-address";
import type { ownAddressSchema } from "../schema";
import { letters, type Mover, mailAddress, nextLink, offerAddress } from "../steps/address-change";
import {
  type Caller,
  countAddressChange,
  countLinkUse,
  countSignIn,
  forgiveSignIn,
} from "../steps/attempts";
import { notSooner } from "../steps/not-sooner";

const askSchema = z.object({
  commandId: commandIdSchema,
  email: z.string(),
  /** They knew their password just now. */
  isProved: z.boolean(),
  session: z.string().nullable(),
});

const ask = command(
  "identity.askAddress",
  askSchema,
  async (tx, { actor, now }, { email, isProved, session }) => {
    const mover = await tx.first<Mover & { email: string }>(sql`
      select id, name, language, locale, email::text as email from users
      where id = ${actor.id} and suspended_at is null for no key update`);
    if (mover === undefined) throw new AppError("person_not_found");
    await tx.rows(sql`
      delete from address_changes where user_id = ${actor.id} and changed_at is null`);
    const id = newId(now.getTime());
    await tx.rows(sql`
      insert into address_changes (id, user_id, old_email, new_email, step, session_mark, asked_at,
        expires_at)
      values (${id}, ${actor.id}, ${mover.email}, ${email}, 'allow', ${session}, ${now}, ${now})`);
    if (isProved) await offerAddress(tx, { id, newEmail: email, mover }, now);
    else {
      const path = await nextLink(tx, { changeId: id, step: "allow", at: now });
      const { email: to } = mover;
      await mailAddress(
        tx,
        { letter: letters.allow, to, person: mover, address: email, path },
        now,
      );
    }
    return { asked: true };
  },
);

/**
 * Begins to move somebody's account to another address: the link goes there if they knew their
 * password, else first to the address that they have. Whether the new one has an account already,
 * nobody learns by asking.
 * @throws AppError `password_wrong`, `rate_limited`
 */
export async function askAddress(
  caller: Caller,
  actor: Actor,
  { email, password }: z.output<typeof ownAddressSchema>,
): Promise<{ sentTo: string }> {
  const hash = await passwordOf(actor.id);
  if (hash !== null) await mustKnow(caller, actor, { hash, password });
  await countAddressChange(caller, actor.id, email);
  const isProved = hash !== null;
  const session = actor.sessionToken === undefined ? null : sessionMark(actor.sessionToken);
  const given = { commandId: newId(), email, isProved, session };
  await notSooner(limits.blindAnswerMsMin, ask.execute(actor, given));
  return { sentTo: isProved ? email : actor.email };
}

/** Guesses at a password count here as they do where one signs in. */
async function mustKnow(
  caller: Caller,
  { email }: Actor,
  { hash, password }: { hash: string; password: string },
): Promise<void> {
  await countSignIn(caller, email);
  const { verifyPassword } = await import("better-auth/crypto");
  if (!(await verifyPassword({ hash, password }))) throw new AppError("password_wrong");
  await forgiveSignIn(email);
}

const allow = command(
  "identity.allowAddress",
  z.object({ commandId: commandIdSchema, changeId: z.uuid() }),
  async (tx, { actor, now }, { changeId }) => {
    const mover = await tx.first<Mover>(sql`
      select id, name, language, locale from users
      where id = ${actor.id} and suspended_at is null for no key update`);
    const change = await tx.first<{ new_email: string }>(sql`
      update address_changes set token_hash = null
      where id = ${changeId} and user_id = ${actor.id} and step = 'allow'
        and token_hash is not null and expires_at > ${now}
      returning new_email::text as new_email`);
    if (mover === undefined || change === undefined) throw new AppError("link_expired");
    await offerAddress(tx, { id: changeId, newEmail: change.new_email, mover }, now);
    return { email: change.new_email };
  },
);

/**
 * Goes on with a change by the link that went to the old address.
 * @throws AppError `link_expired`, `rate_limited`
 */
export async function allowAddress(caller: Caller, token: string): Promise<{ email: string }> {
  await countLinkUse(caller);
  const link = await addressLink(token);
  const actor = link?.step === "allow" ? await actorById(link.userId) : null;
  if (link === null || actor === null) throw new AppError("link_expired");
  const given = { commandId: newId(), changeId: link.id };
  return notSooner(limits.blindAnswerMsMin, allow.execute(actor, given));
}
