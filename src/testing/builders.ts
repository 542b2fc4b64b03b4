import type { Actor, Role } from "@/platform/auth/actor";
import { now } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import type { PlacedEnvelope } from "@/platform/outbox";

/** An event as it is published; only what a test is about is named. */
export function anEnvelope(given: Partial<PlacedEnvelope> = {}): PlacedEnvelope {
  return {
    id: newId(),
    name: "test.happened",
    version: 1,
    ticketId: null,
    actorId: null,
    commandId: null,
    requestId: null,
    occurredAt: now().toISOString(),
    payload: {},
    position: 1,
    ...given,
  };
}

let people = 0;

/** A person in the database, as who asks. */
export async function aPerson(
  given: { role?: Role; name?: string; organizationId?: string | null } = {},
): Promise<Actor> {
  people += 1;
  const id = newId();
  const role = given.role ?? "customer";
  const name = given.name ?? `Person ${people}`;
  const email = `person${people}-${id.slice(-6)}@example.com`;
  const organizationId = given.organizationId ?? null;
  await db.write.rows(sql`
    insert into users (id, email, name, role, organization_id, email_verified)
    values (${id}, ${email}, ${name}, ${role}, ${organizationId}, true)`);
  return { id, role, audience: role, organizationId, name, email };
}

export async function anOrganization(given: { sharesTickets?: boolean } = {}): Promise<string> {
  const id = newId();
  await db.write.rows(sql`
    insert into organizations (id, name, shares_tickets)
    values (${id}, 'An organization', ${given.sharesTickets ?? false})`);
  return id;
}

/** A new command id: one intent of one person. */
export const aCommandId = (): string => newId();

/** A name that nobody else has, of letters and digits alone. */
export const anyKey = () => `k${aCommandId().replaceAll("-", "").slice(-12)}`;
