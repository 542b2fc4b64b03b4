import * as z from "zod";
import type { Cookie } from "@/platform/auth";
import { now as clockNow } from "@/platform/clock";
import { command, commandIdSchema } from "@/platform/command";
import { db, sql } from "@/platform/database";
import { env } from "@/platform/env";
import { AppError } from "@/platform/errors";
import { languages } from "@/platform/i18n/client";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { queueMail } from "@/platform/mailer";
import { defineLetter, wordsOfLetter, writeLetter } from "@/platform/mailer/letters";
import { actorById } from "../queries/actor-by-id";
import { linkLetter } from "../rules/link-letter";
import { type Caller, countLinkUse, countSecretMail } from "../steps/attempts";
import { notSooner } from "../steps/not-sooner";
import { proveAddress } from "../steps/prove-address";
import { newSecretToken, signInLinkOf } from "../steps/secret-token";
import { enterByLink } from "./enter-by-link";

const letter = defineLetter(linkLetter);

const mailSchema = z.object({
  commandId: commandIdSchema,
  token: z.string(),
  language: z.enum(languages),
});

const queueLink = command(
  "identity.mailSignInLink",
  mailSchema,
  async (tx, { actor, now }, { token, language }) => {
    const expiresAt = new Date(now.getTime() + limits.signInLinkMs);
    await tx.rows(sql`
      insert into verifications (id, identifier, value, expires_at, created_at, updated_at)
      values (${newId(now.getTime())}, ${signInLinkOf(token)}, ${actor.id}, ${expiresAt}, ${now},
        ${now})`);
    const desk = await tx.first<{ name: string }>(sql`select name from workspace`);
    const written = writeLetter(await wordsOfLetter(tx, letter, language), {
      language,
      values: {
        "person.name": actor.name,
        "desk.name": desk?.name ?? "",
        minutes: String(limits.signInLinkMs / 60_000),
      },
      url: new URL(`/sign-in/link?token=${token}`, env().PUBLIC_WEB_URL).href,
    });
    await queueMail(tx, { kind: letter.kind, to: actor.email, ...written, secret: true }, now);
    return { sent: true };
  },
);

const useLink = command(
  "identity.useSignInLink",
  z.object({ commandId: commandIdSchema, identifier: z.string() }),
  async (tx, { actor, now }, { identifier }) => {
    const used = await tx.first(sql`
      delete from verifications where identifier = ${identifier} and expires_at > ${now}
      returning id`);
    if (used === undefined) throw new AppError("link_expired");
    await proveAddress(tx, { userId: actor.id }, now);
    return { used: true };
  },
);

type Asked = { email: string; language: z.output<typeof mailSchema>["language"] };

/**
 * Mails a link that signs a customer in; whether the address has an account, and whose, nobody
 * learns by asking. @throws AppError `rate_limited`
 */
export async function requestSignInLink(caller: Caller, { email, language }: Asked): Promise<void> {
  await countSecretMail(caller, email);
  await notSooner(limits.blindAnswerMsMin, sendLink(email, language));
}

async function sendLink(email: string, language: Asked["language"]): Promise<void> {
  const [row] = await db.write.rows<{ id: string }>(sql`
    select id from users
    where email = ${email} and role = 'customer' and suspended_at is null and merged_into is null`);
  const actor = row === undefined ? null : await actorById(row.id);
  if (actor === null) return;
  await queueLink.execute(actor, { commandId: newId(), token: newSecretToken(), language });
}

/**
 * Lets in whom a link names; the link works once.
 * @throws AppError `link_expired`, `rate_limited`, `account_suspended`
 */
export async function signInByLink(
  caller: Caller,
  { token, userAgent }: { token: string; userAgent: string },
): Promise<Cookie> {
  await countLinkUse(caller);
  const identifier = signInLinkOf(token);
  const [row] = await db.write.rows<{ value: string }>(sql`
    select value from verifications
    where identifier = ${identifier} and expires_at > ${clockNow()}`);
  const actor = row === undefined ? null : await actorById(row.value);
  if (actor === null) throw new AppError("link_expired");
  await useLink.execute(actor, { commandId: newId(), identifier });
  const cookie = await enterByLink(actor.id, userAgent);
  if (cookie === null) throw new AppError("link_expired");
  return cookie;
}
