import { randomBytes } from "node:crypto";
import { type Actor, sessionCookie } from "@/platform/auth";
import { keepSession } from "@/platform/auth/sessions";
import { now } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";

/** Nobody's: no mail goes to it and no password opens it. */
const email = "probe@synthetic.invalid";
const name = "Synthetic probe";

/** The customer that does not exist, in whose name the product is tried out. */
export async function probePerson(): Promise<Actor> {
  const at = now();
  await db.write.rows(sql`
    insert into users (id, email, name, role, synthetic, created_at, updated_at)
    values (${newId(at.getTime())}, ${email}, ${name}, 'customer', true, ${at}, ${at})
    on conflict (email) do nothing`);
  const [row] = await db.write.rows<{ id: string }>(sql`
    select id from users where email = ${email} and synthetic`);
  if (row === undefined) throw new Error("Somebody has the probe's address, so nothing is tried.");
  return { id: row.id, role: "customer", audience: "customer", organizationId: null, name, email };
}

/** Lets the probe in as a browser would be, without a password that could be found. */
export async function openProbeSession(): Promise<{ personId: string; cookie: string }> {
  const { id, role } = await probePerson();
  const token = randomBytes(16).toString("hex");
  const user = { id, name, email, role, organizationId: null, suspendedAt: null };
  const session = { token, userId: id, createdAt: now().toISOString() };
  await keepSession(token, JSON.stringify({ session, user }));
  const { name: cookieName, value } = sessionCookie(token);
  return { personId: id, cookie: `${cookieName}=${encodeURIComponent(value)}` };
}
