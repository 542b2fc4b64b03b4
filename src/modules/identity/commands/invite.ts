import * as z from "zod";
import type { Actor } from "@/platform/auth/actor";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { env } from "@/platform/env";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { queueMail } from "@/platform/mailer";
import { defineLetter, languageOf, wordsOfLetter, writeLetter } from "@/platform/mailer/letters";
import { invitationLetter } from "../rules/invitation-letter";
import { roleMay } from "../rules/permissions";
import { emailSchema } from "../schema";
import { hashOf, newSecretToken } from "../steps/secret-token";

const letter = defineLetter(invitationLetter);
const dayMs = 24 * 3_600_000;

const inviteSchema = z.object({
  commandId: commandIdSchema,
  email: emailSchema,
  role: z.enum(["agent", "admin"]),
  teamIds: z.array(z.uuid()).max(limits.teamsPerPersonMax).default([]),
});

/**
 * The link stands in the mail and nowhere else; the table keeps what proves it. In the language of
 * who invites: of the invited one nobody knows it.
 */
async function mailLink(
  tx: CommandTx,
  about: { email: string; token: string; inviter: Actor; at: Date },
): Promise<void> {
  const { email, token, inviter, at } = about;
  const days = Math.round(limits.invitationMs / dayMs);
  const person = await tx.first<{ language: string | null; locale: string }>(sql`
    select language, locale from users where id = ${inviter.id}`);
  const language = languageOf(person ?? { language: null, locale: "" });
  const written = writeLetter(await wordsOfLetter(tx, letter, language), {
    language,
    values: {
      "inviter.name": inviter.name,
      days: String(days),
      "desk.host": new URL(env().PUBLIC_WEB_URL).host,
    },
    url: new URL(`/invitation?token=${token}`, env().PUBLIC_WEB_URL).href,
  });
  await queueMail(tx, { kind: letter.kind, to: email, ...written, secret: true }, at);
}

/** Invites somebody to work here. A newer invitation of the same address takes the older one's place. */
export const invite = command(
  "identity.invite",
  inviteSchema,
  async (tx, { actor, now }, { email, role, teamIds }) => {
    if (!roleMay(actor.role, "people.invite")) throw new AppError("forbidden");
    // Two who invite one address at the same moment: the later one takes the earlier one's place.
    await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${email}, 7003))`);
    const known = await tx.first(sql`select id from users where email = ${email}`);
    if (known !== undefined) throw new AppError("email_taken");
    const wanted = [...new Set(teamIds)];
    const teams = await tx.rows(sql`
      select id from teams where id = any(${wanted}::uuid[]) and archived_at is null`);
    if (teams.length < wanted.length) throw new AppError("team_not_found");
    await tx.rows(sql`
      update invitations set revoked_at = ${now}
      where email = ${email} and accepted_at is null and revoked_at is null`);
    const token = newSecretToken();
    const id = newId(now.getTime());
    const expiresAt = new Date(now.getTime() + limits.invitationMs);
    await tx.rows(sql`
      insert into invitations (id, email, role, team_ids, token_hash, invited_by, created_at,
        sent_at, expires_at)
      values (${id}, ${email}, ${role}, ${wanted}, ${hashOf(token)}, ${actor.id}, ${now}, ${now},
        ${expiresAt})`);
    await mailLink(tx, { email, token, inviter: actor, at: now });
    return { invitationId: id, expiresAt: expiresAt.toISOString() };
  },
);

const oneSchema = z.object({ commandId: commandIdSchema, invitationId: z.uuid() });

/** Sends an invitation again, with a new link and its whole time; the older link opens nothing. */
export const resendInvitation = command(
  "identity.resendInvitation",
  oneSchema,
  async (tx, { actor, now }, { invitationId }) => {
    if (!roleMay(actor.role, "people.invite")) throw new AppError("forbidden");
    const token = newSecretToken();
    const expiresAt = new Date(now.getTime() + limits.invitationMs);
    const renewed = await tx.first<{ email: string }>(sql`
      update invitations set token_hash = ${hashOf(token)}, sent_at = ${now},
        expires_at = ${expiresAt}
      where id = ${invitationId} and accepted_at is null and revoked_at is null
      returning email::text as email`);
    if (renewed === undefined) throw new AppError("invitation_not_found");
    await mailLink(tx, { email: renewed.email, token, inviter: actor, at: now });
    return { invitationId, expiresAt: expiresAt.toISOString() };
  },
);

/** Takes an invitation back: its link opens nothing from now on. */
export const revokeInvitation = command(
  "identity.revokeInvitation",
  oneSchema,
  async (tx, { actor, now }, { invitationId }) => {
    if (!roleMay(actor.role, "people.invite")) throw new AppError("forbidden");
    const revoked = await tx.first(sql`
      update invitations set revoked_at = coalesce(revoked_at, ${now})
      where id = ${invitationId} and accepted_at is null returning id`);
    if (revoked === undefined) throw new AppError("invitation_not_found");
    return { invitationId };
  },
);
