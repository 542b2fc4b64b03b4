import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { actorById } from "@/modules/identity";
import { canReadTicket } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { aCommandId, aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { createTicket } from "./commands/create-ticket";

let services: TestServices;
let ada: Actor;
let names = 0;
beforeAll(async () => {
  services = await testServices();
  ada = await aPerson({ role: "admin", name: "Ada" });
});
afterAll(() => services.close());
const allShare = (shares: boolean) =>
  db.write.rows(sql`update workspace set colleagues_share = ${shares}`);
afterEach(() => allShare(true));

const call = (name: string, input: object, actor = ada) => callAs(name, actor, input);
async function saves(
  more: { id?: string; name?: string; sharesTickets?: boolean } = {},
): Promise<unknown> {
  names += 1;
  const given = { id: null, name: `Garden chain ${names}`, sharesTickets: false, ...more };
  const answer: unknown = await call("identity.saveOrganization", given);
  return Object(answer).id;
}
/** Somebody of an organization, as they are from their next request on. */
async function belongs(person: Actor, organizationId: unknown, leads = false): Promise<Actor> {
  await call("identity.placeCustomer", { userId: person.id, organizationId, leads });
  const placed = await actorById(person.id);
  if (placed === null) throw new Error("They are still somebody.");
  return placed;
}
async function asks(who: Actor) {
  const given = { commandId: aCommandId(), subject: "The door", body: "It jams." };
  return createTicket.execute(who, createTicket.schema.parse(given));
}
const listed = async (who: Actor) => {
  const answer: unknown = await callAs("requests.list", who, { shared: true });
  return JSON.stringify(answer);
};

let anna: Actor;
let ben: Actor;
let organizationId: unknown;
beforeEach(async () => {
  organizationId = await saves();
  anna = await belongs(await aPerson({ name: "Anna" }), organizationId);
  ben = await belongs(await aPerson({ name: "Ben" }), organizationId);
});

test("colleagues read each other's requests where their organization shares, and nowhere while the workspace does not", async () => {
  const { ticketId } = await asks(anna);
  expect(await canReadTicket(ben, ticketId)).toBe(false);
  await saves({ id: String(organizationId), sharesTickets: true });
  expect(await canReadTicket(ben, ticketId)).toBe(true);
  expect(await listed(ben)).toContain(ticketId);
  await allShare(false);
  expect(await canReadTicket(ben, ticketId)).toBe(false);
  expect(await listed(ben)).not.toContain(ticketId);
});

test("who leads reads the requests of all, and who asks is told that somebody does", async () => {
  const { ticketId } = await asks(anna);
  expect(await callAs("identity.me", anna, undefined)).toMatchObject({ sharedWith: null });
  ben = await belongs(ben, organizationId, true);
  expect(await canReadTicket(ben, ticketId)).toBe(true);
  expect(await listed(ben)).toContain(ticketId);
  expect(await callAs("identity.me", anna, undefined)).toMatchObject({
    sharedWith: expect.stringContaining("Garden chain"),
    sharedByAll: false,
  });
  expect(await canReadTicket(anna, (await asks(ben)).ticketId)).toBe(false);
  await belongs(ben, organizationId, false);
  expect(await canReadTicket(ben, ticketId)).toBe(false);
});

test("who is taken out reads nothing more of it, and asks for themselves", async () => {
  ben = await belongs(ben, organizationId, true);
  const { ticketId } = await asks(anna);
  ben = await belongs(ben, null, true);
  expect(ben.organizationId).toBeNull();
  expect(await canReadTicket(ben, ticketId)).toBe(false);
  const own = await asks(ben);
  const [row] = await db.write.rows(sql`
    select organization_id from tickets where id = ${own.ticketId}`);
  expect(row).toEqual({ organization_id: null });
  const [kept] = await db.write.rows(sql`
    select leads_organization from users where id = ${ben.id}`);
  expect(kept).toEqual({ leads_organization: false });
});

test("admins find organizations page by page, with who belongs to them; a name is given once", async () => {
  const name = `School board ${aCommandId()}`;
  const id = await saves({ name });
  await belongs(anna, id, true);
  expect(await call("identity.organizations", { words: name.toUpperCase() })).toMatchObject({
    organizations: [{ id, name, people: 1, leads: 1, sharesTickets: false }],
    next: null,
  });
  expect(await call("identity.organizationMembers", { organizationId: id })).toMatchObject({
    members: [{ id: anna.id, name: "Anna", leads: true }],
  });
  const cursor = { name: "Anna", id: anna.id };
  expect(await call("identity.organizationMembers", { organizationId: id, cursor })).toEqual({
    members: [],
    next: null,
  });
  await expect(saves({ name: name.toLowerCase() })).rejects.toThrow("name_taken");
  const mia = await aPerson({ role: "agent", name: "Mia" });
  await expect(belongs(mia, id)).rejects.toThrow("person_not_found");
  await expect(belongs(anna, aCommandId())).rejects.toThrow("not_found");
});

test("an organization that is put away has nobody, shares nothing, and stays the name of what was asked", async () => {
  const name = `Leaving chain ${names}`;
  await saves({ id: String(organizationId), name, sharesTickets: true });
  const { ticketId } = await asks(anna);
  expect(await canReadTicket(ben, ticketId)).toBe(true);
  const lead = await belongs(await aPerson({ name: "Lea" }), organizationId, true);
  const gone = { organizationId };
  expect(await call("identity.archiveOrganization", gone)).toMatchObject({ people: 3 });
  // Their sessions may still name it: they read nothing by that.
  for (const reader of [ben, lead]) expect(await canReadTicket(reader, ticketId)).toBe(false);
  expect(await canReadTicket(anna, ticketId)).toBe(true);
  expect(await actorById(anna.id)).toMatchObject({ organizationId: null });
  const mia = await aPerson({ role: "agent" });
  const found: unknown = await callAs("tickets.list", mia, { filter: `organization:"${name}"` });
  expect(JSON.stringify(found)).toContain(ticketId);
  const { number } = await asks(anna);
  const next: unknown = await callAs("tickets.list", mia, { filter: `organization:"${name}"` });
  expect(JSON.stringify(next)).not.toContain(`"number":${number},`);
  // It is in no list of admins, takes nobody in, and its name is free.
  expect(JSON.stringify(await call("identity.organizations", { words: name }))).not.toContain(name);
  for (const late of [
    call("identity.placeCustomer", { userId: anna.id, organizationId, leads: false }),
    call("identity.saveOrganization", { id: organizationId, name, sharesTickets: true }),
    call("identity.archiveOrganization", gone),
  ])
    await expect(late).rejects.toThrow("not_found");
  expect(await saves({ name })).not.toBe(organizationId);
});

test("before an organization is put away its tickets, views and promises can be read", async () => {
  await asks(anna);
  await asks(ben);
  const about = { kind: "organization", id: organizationId };
  expect(await call("responses.uses", about)).toMatchObject({ tickets: 2, macros: [] });
  expect(await call("views.uses", about)).toMatchObject({ views: [], policies: [], isCut: false });
  const mia = await aPerson({ role: "agent" });
  const view = { sort: "updated", audience: "personal", teamId: null };
  const name = `Watched ${String(organizationId)}`;
  await saves({ id: String(organizationId), name });
  await callAs("views.create", mia, { ...view, name: "Theirs", filter: `organization:"${name}"` });
  expect(await call("views.uses", about)).toMatchObject({ views: [{ name: "Theirs" }] });
});
