import { now } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { env } from "@/platform/env";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { hashOf, newSecretToken } from "../steps/secret-token";

/**
 * A link that makes the first admin: works once, for one hour, and only while there is none.
 * @throws AppError `forbidden` when somebody administers this installation already.
 */
export async function createSetupLink(): Promise<{ url: string }> {
  const token = newSecretToken();
  const expiresAt = new Date(now().getTime() + limits.setupLinkMs);
  const made = await db.write.rows(sql`
    insert into setup_links (token_hash, expires_at)
    select ${hashOf(token)}, ${expiresAt}
    where not exists (select from users where role = 'admin')
    returning token_hash`);
  if (made.length === 0) throw new AppError("forbidden");
  return { url: new URL(`/setup?token=${token}`, env().PUBLIC_WEB_URL).href };
}

/** Whether a link still opens the setup page; using it asks again. */
export async function isSetupOpen(token: string): Promise<boolean> {
  const rows = await db.write.rows(sql`
    select token_hash from setup_links
    where token_hash = ${hashOf(token)} and used_at is null and expires_at > ${now()}
      and not exists (select from users where role = 'admin')`);
  return rows.length > 0;
}
