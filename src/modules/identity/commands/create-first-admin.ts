import * as z from "zod";
import type { Actor } from "@/platform/auth";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import type { firstAdminSchema } from "../schema";
import { type Caller, countLinkUse } from "../steps/attempts";
import { hashOf } from "../steps/secret-token";

const schema = z.object({
  commandId: commandIdSchema,
  linkHash: z.string(),
  passwordHash: z.string(),
  timeZone: z.string(),
});

/** Two links that are used at the same moment make one admin. */
const setupLock = 4_011_978;

const makeFirstAdmin = command(
  "identity.createFirstAdmin",
  schema,
  async (tx, { actor, now }, { linkHash, passwordHash, timeZone }) => {
    await tx.rows(sql`select pg_advisory_xact_lock(${setupLock})`);
    const used = await tx.first(sql`
      update setup_links set used_at = ${now}
      where token_hash = ${linkHash} and used_at is null and expires_at > ${now}
        and not exists (select from users where role = 'admin')
      returning token_hash`);
    if (used === undefined) throw new AppError("link_expired");
    const made = await tx.first(sql`
      insert into users (id, email, name, role, email_verified, time_zone, created_at, updated_at)
      values (${actor.id}, ${actor.email}, ${actor.name}, 'admin', true, ${timeZone},
        ${now}, ${now})
      on conflict (email) do nothing
      returning id`);
    if (made === undefined) throw new AppError("email_taken");
    await tx.rows(sql`
      insert into accounts (id, account_id, provider_id, user_id, password, created_at, updated_at)
      values (${newId()}, ${actor.id}, 'credential', ${actor.id}, ${passwordHash}, ${now}, ${now})`);
    return { userId: actor.id };
  },
);

/**
 * Makes the first admin by the one-time link.
 * @throws AppError `link_expired`, `email_taken`, `rate_limited`
 */
export async function createFirstAdmin(
  caller: Caller,
  { token, name, email, password, timeZone = "UTC" }: z.input<typeof firstAdminSchema>,
): Promise<void> {
  await countLinkUse(caller);
  const { hashPassword } = await import("better-auth/crypto");
  const actor: Actor = {
    id: newId(),
    role: "admin",
    audience: "admin",
    organizationId: null,
    name,
    email,
  };
  const passwordHash = await hashPassword(password);
  await makeFirstAdmin.execute(actor, {
    commandId: newId(),
    linkHash: hashOf(token),
    passwordHash,
    timeZone,
  });
}
