import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { assert } from "@/platform/errors";

/** What somebody's own screen needs to know of them. */
export async function me(actor: Actor) {
  const [row] = await db.read.rows<{ locale: string; time_zone: string }>(sql`
    select locale, time_zone from users where id = ${actor.id}`);
  assert(row !== undefined, "somebody who is signed in exists");
  const { id, name, email, role, organizationId } = actor;
  return { id, name, email, role, organizationId, locale: row.locale, timeZone: row.time_zone };
}
