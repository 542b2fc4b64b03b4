import { randomBytes } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { type Actor, sessionCookie } from "@/platform/auth";
import { keepSession } from "@/platform/auth/sessions";
import { now } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";

export const testPassword = "correct horse battery";
let testHash: Promise<string> | undefined;

/** Lets a person sign in with `testPassword`. */
export async function withPassword(person: Actor): Promise<Actor> {
  testHash ??= hashPassword(testPassword);
  await db.write.rows(sql`
    insert into accounts (id, account_id, provider_id, user_id, password)
    values (${newId()}, ${person.id}, 'credential', ${person.id}, ${await testHash})`);
  return person;
}

/** Signs a person in on one more device; gives the header that its requests carry. */
export async function aDeviceOf(person: Actor): Promise<{ token: string; cookie: string }> {
  const token = randomBytes(16).toString("hex");
  const { id, name, email, role, organizationId } = person;
  const user = { id, name, email, role, organizationId, suspendedAt: null };
  await keepSession(
    token,
    JSON.stringify({ session: { token, userId: id, createdAt: now().toISOString() }, user }),
  );
  const { name: cookieName, value } = sessionCookie(token);
  return { token, cookie: `${cookieName}=${encodeURIComponent(value)}` };
}
