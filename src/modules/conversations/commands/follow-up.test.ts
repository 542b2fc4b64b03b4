import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTicket, reply } from "@/modules/conversations";
import { closeResolved, ticketHead, updateTicket } from "@/modules/tickets";
import { type Actor, systemActor } from "@/platform/auth/actor";
import { now, setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aField, aTag, aTeam, aTopic } from "@/testing/house";

let services: TestServices;
let anna: Actor;
let mia: Actor;

beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna" });
  mia = await aPerson({ role: "agent", name: "Mia" });
});
beforeEach(() => setClock(null));
afterAll(async () => {
  setClock(null);
  await services.close();
});

const asks = (more: Record<string, unknown> = {}) => {
  const given = { commandId: aCommandId(), subject: "The vent jams", body: "At noon.", ...more };
  return createTicket.execute(anna, createTicket.schema.parse(given));
};
const says = (actor: Actor, ticketId: string, more: Record<string, unknown> = {}) => {
  const given = { commandId: aCommandId(), ticketId, body: "It jams again.", ...more };
  return reply.execute(actor, reply.schema.parse(given));
};
const becomes = (ticketId: string, status: string) => {
  const given = { commandId: aCommandId(), ticketId, changes: { status } };
  return updateTicket.execute(mia, updateTicket.schema.parse(given));
};
const later = (ms: number) => setClock(new Date(now().getTime() + ms));
const statusOf = async (number: number) => (await ticketHead(mia, number)).row.status;

async function linksOf(ticketId: string) {
  return db.write.rows<{ kind: string; number: number }>(sql`
    select ticket_links.kind, tickets.number from ticket_links
    join tickets on tickets.id = ticket_links.to_id where from_id = ${ticketId}`);
}

test("a reply within the window opens the ticket again, after it a new one follows", async () => {
  const { ticketId, number } = await asks();
  await becomes(ticketId, "resolved");
  later(limits.reopenWindowMs - 60_000);
  expect((await says(anna, ticketId)).followUp).toBeNull();
  expect(await statusOf(number)).toBe("open");

  await becomes(ticketId, "resolved");
  later(limits.reopenWindowMs + 1);
  const { followUp } = await says(anna, ticketId);
  expect(await statusOf(number)).toBe("resolved");
  const made = await ticketHead(mia, followUp ?? 0);
  expect(made.row).toMatchObject({ status: "open", subject: "The vent jams" });
  expect(await linksOf(made.row.id)).toEqual([{ kind: "follow_up", number }]);
});

test("a reply that is sent twice makes one follow-up", async () => {
  const { ticketId } = await asks();
  await becomes(ticketId, "resolved");
  await becomes(ticketId, "closed");
  const commandId = aCommandId();
  const twice = await Promise.all([
    says(anna, ticketId, { commandId }),
    says(anna, ticketId, { commandId }),
  ]);
  expect(twice[1]).toEqual(twice[0]);
});

test("an agent neither replies to a closed ticket nor opens it again", async () => {
  const { ticketId } = await asks();
  await becomes(ticketId, "resolved");
  await becomes(ticketId, "open");
  await becomes(ticketId, "resolved");
  await becomes(ticketId, "closed");
  await expect(says(mia, ticketId)).rejects.toMatchObject({ code: "ticket_closed" });
  await expect(becomes(ticketId, "open")).rejects.toMatchObject({ code: "ticket_closed" });
});

test("a question about a closed request is tied to it, one about another's is not", async () => {
  const { ticketId, number } = await asks();
  await becomes(ticketId, "resolved");
  await becomes(ticketId, "closed");
  const own = await asks({ subject: "Again", followsNumber: number });
  expect(await linksOf(own.ticketId)).toEqual([{ kind: "follow_up", number }]);
  const stranger = await aPerson({});
  const given = { commandId: aCommandId(), subject: "Hm", body: "Hm.", followsNumber: number };
  const made = await createTicket.execute(stranger, createTicket.schema.parse(given));
  expect(await linksOf(made.ticketId)).toEqual([]);
});

test("a question about a closed request keeps what was filled in and what it is about", async () => {
  const { ticketId, number } = await asks();
  await becomes(ticketId, "resolved");
  await becomes(ticketId, "closed");
  const serial = await aField({ visible: true });
  const [team, tag] = [await aTeam(), await aTag()];
  const topicId = await aTopic({ fieldKeys: [serial.key], teamId: team, tags: [tag] });
  const again = { subject: "Again", followsNumber: number, topicId };
  const own = await asks({ ...again, fields: { [serial.key]: "FF-1" } });
  const { row } = await ticketHead(mia, own.number);
  expect(row).toMatchObject({ team: { id: team }, tags: [tag], fields: { [serial.key]: "FF-1" } });
  expect(await linksOf(own.ticketId)).toEqual([{ kind: "follow_up", number }]);
});

test("what was resolved long ago closes by itself, in bounded batches, and says so", async () => {
  const { ticketId, number } = await asks();
  await becomes(ticketId, "resolved");
  const fresh = await asks();
  later(limits.autoCloseMs + 1);
  await becomes(fresh.ticketId, "resolved");
  const closes = () => closeResolved.execute(systemActor, { commandId: aCommandId() });
  expect((await closes()).closed).toBeGreaterThan(0);
  expect(await statusOf(number)).toBe("closed");
  expect(await statusOf(fresh.number)).toBe("resolved");
  expect(await closes()).toEqual({ closed: 0 });
  const told = await db.write.rows(sql`
    select id from outbox where ticket_id = ${ticketId} and payload->'row'->>'status' = 'closed'`);
  expect(told).toHaveLength(1);
});
