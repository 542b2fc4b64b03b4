import * as z from "zod";
import type { Actor } from "@/platform/auth";
import { now } from "@/platform/clock";
import { command, commandIdSchema } from "@/platform/command";
import { db, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import type { acceptSchema } from "../schema";
import { type Caller, countLinkUse } from "../steps/attempts";
import { hashOf } from "../steps/secret-token";

const schema = z.object({
  commandId: commandIdSchema,
  linkHash: z.string(),
  passwordHash: z.string(),
  timeZone: z.string(),
});

type Invitation = { id: string; email: string; role: string; team_ids: string[] };

/** The link came by mail, so it proves the address. Teams that are gone since are left out. */
const accept = command(
  "identity.acceptInvitation",
  schema,
  async (tx, { actor, now: at }, { linkHash, passwordHash, timeZone }) => {
    const invitation = await tx.first<Invitation>(sql`
      update invitations set accepted_at = ${at}
      where token_hash = ${linkHash} and accepted_at is null and revoked_at is null
        and expires_at > ${at}
      returning id, email::text as email, role, team_ids`);
    if (invitation === undefined) throw new AppError("link_expired");
    const made = await tx.first(sql`
      insert into users (id, email, name, role, email_verified, time_zone, created_at, updated_at)
      values (${actor.id}, ${invitation.email}, ${actor.name}, ${invitation.role}, true,
        ${timeZone}, ${at}, ${at})
      on conflict (email) do nothing
      returning id`);
    if (made === undefined) throw new AppError("email_taken");
    await tx.rows(sql`
      update invitations set person_id = ${actor.id} where id = ${invitation.id}`);
    await tx.rows(sql`
      insert into accounts (id, account_id, provider_id, user_id, password, created_at, updated_at)
      values (${newId()}, ${actor.id}, 'credential', ${actor.id}, ${passwordHash}, ${at}, ${at})`);
    await tx.rows(sql`
      insert into team_members (team_id, user_id)
      select id, ${actor.id} from teams where id = any(${invitation.team_ids}::uuid[])
        and archived_at is null`);
    return { email: invitation.email };
  },
);

/**
 * Makes an account for somebody who was invited, by the one-time link.
 * @throws AppError `link_expired`, `email_taken`, `rate_limited`
 */
export async function acceptInvitation(
  caller: Caller,
  { token, name, password, timeZone = "UTC" }: z.input<typeof acceptSchema>,
): Promise<{ email: string }> {
  await countLinkUse(caller);
  const { hashPassword } = await import("better-auth/crypto");
  // The role is the invitation's to say; until then it is somebody from outside.
  const actor: Actor = {
    id: newId(),
    role: "customer",
    audience: "customer",
    organizationId: null,
    name,
    email: "",
  };
  const passwordHash = await hashPassword(password);
  const given = { commandId: newId(), linkHash: hashOf(token), passwordHash, timeZone };
  return accept.execute(actor, given);
}

/** Whom a link invites, while it still opens; null for every other. */
export async function openInvitation(token: string): Promise<{ email: string } | null> {
  const [row] = await db.write.rows<{ email: string }>(sql`
    select email::text as email from invitations
    where token_hash = ${hashOf(token)} and accepted_at is null and revoked_at is null
      and expires_at > ${now()}`);
  return row ?? null;
}
