import type { Actor, Role } from "@/platform/auth";
import { db, sql } from "@/platform/database";
import { aDeviceOf } from "@/testing/people";

/** Somebody of the seeded people, signed in. */
export type Visitor = { actor: Actor; cookie: string };
export type People = { agent: Visitor; customer: Visitor };

type Row = { id: string; role: Role; organization_id: string | null; name: string; email: string };

async function visitor(row: Row | undefined): Promise<Visitor> {
  if (row === undefined) throw new Error("The seeded database has no such person.");
  const { id, role, name, email } = row;
  const organizationId = role === "customer" ? row.organization_id : null;
  const actor: Actor = { id, role, audience: role, organizationId, name, email };
  return { actor, cookie: (await aDeviceOf(actor)).cookie };
}

const some = (role: Role, count: number) =>
  db.write.rows<Row>(sql`
    select id, role, organization_id, name, email::text from users
    where role = ${role} and suspended_at is null order by id limit ${count}`);

export async function peopleOf(): Promise<People> {
  const [[agent], [customer]] = await Promise.all([some("agent", 1), some("customer", 1)]);
  return { agent: await visitor(agent), customer: await visitor(customer) };
}

/** Several agents, for many sockets. */
export async function agentsOf(count: number): Promise<Visitor[]> {
  return Promise.all((await some("agent", count)).map(visitor));
}

/** Several customers, who ask. */
export async function customersOf(count: number): Promise<Visitor[]> {
  return Promise.all((await some("customer", count)).map(visitor));
}

/** Numbers of active tickets, spread over all of them. */
export async function activeNumbers(count: number): Promise<number[]> {
  const rows = await db.write.rows<{ number: number }>(sql`
    select number from tickets where status in ('open', 'pending', 'on_hold') and not synthetic
    order by md5(id::text) limit ${count}`);
  return rows.map((row) => row.number);
}
