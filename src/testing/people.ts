import { randomBytes } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { type Actor, type Role, sessionCookie } from "@/platform/auth";
import { keepSession } from "@/platform/auth/sessions";
import { actorOf } from "@/platform/auth/stored-session";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";

export const testPassword = "correct horse battery";
let testHash: Promise<string> | undefined;

type Wanted = { role?: Role; email?: string; name?: string; organizationId?: string | null };

/** Somebody with a confirmed address who signs in with `testPassword`. */
export async function aPerson(wanted: Wanted = {}): Promise<Actor> {
  testHash ??= hashPassword(testPassword);
  const id = newId();
  const role = wanted.role ?? "customer";
  const name = wanted.name ?? `Person ${id.slice(-4)}`;
  const email = wanted.email ?? `${id}@example.com`;
  const organizationId = wanted.organizationId ?? null;
  await db.write.rows(sql`
    insert into users (id, email, name, role, email_verified, organization_id)
    values (${id}, ${email}, ${name}, ${role}, true, ${organizationId})`);
  await db.write.rows(sql`
    insert into accounts (id, account_id, provider_id, user_id, password)
    values (${newId()}, ${id}, 'credential', ${id}, ${await testHash})`);
  return actorOf({ id, name, email, role, organizationId });
}

/** Signs a person in on one more device; gives the header that its requests carry. */
export async function aDeviceOf(person: Actor): Promise<{ token: string; cookie: string }> {
  const token = randomBytes(16).toString("hex");
  const { id, name, email, role, organizationId } = person;
  const user = { id, name, email, role, organizationId, suspendedAt: null };
  await keepSession(token, JSON.stringify({ session: { token, userId: id }, user }));
  const { name: cookieName, value } = sessionCookie(token);
  return { token, cookie: `${cookieName}=${encodeURIComponent(value)}` };
}
