import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createTicket, reply } from "@/modules/conversations";
import type { Actor } from "@/platform/auth/actor";
import { nowMs, setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { placeEvents } from "@/platform/outbox";
import { closeQueues } from "@/platform/queues";
import { aCommandId, aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { aReceiver } from "@/testing/receiver";
import { askForDueDeliveries, followLog } from "./commands/follow-log";
import { withdraw } from "./commands/withdraw";
import { attempt } from "./processors/attempt";
import { delivery } from "./queries/deliveries";
import { endpoints } from "./queries/endpoints";

let services: TestServices;
let ada: Actor;
let mia: Actor;
let anna: Actor;
let receiver: Awaited<ReturnType<typeof aReceiver>>;

beforeAll(async () => {
  services = await testServices({ WEBHOOK_LOOPBACK: "1" });
  ada = await aPerson({ role: "admin" });
  mia = await aPerson({ role: "agent", name: "Mia" });
  anna = await aPerson({ name: "Anna" });
});
beforeEach(async () => {
  receiver = await aReceiver();
  await db.write.rows(sql`delete from webhook_endpoints`);
});
afterEach(async () => {
  setClock(null);
  vi.restoreAllMocks();
  await receiver.close();
});
afterAll(async () => {
  await closeQueues();
  await services.close();
});

type Made = { id: string; secret: string };
const makes = async (events: string[], url = receiver.url): Promise<Made> => {
  const made = await callAs("webhooks.create", ada, { name: "Depot", url, events });
  return JSON.parse(JSON.stringify(made));
};
const asks = (subject = "The vent jams") =>
  createTicket.execute(
    anna,
    createTicket.schema.parse({ commandId: aCommandId(), subject, body: "At noon." }),
  );
/** What a worker does in a second, without its queue: everything that is due is tried once. */
async function aSecond(): Promise<void> {
  await placeEvents();
  await followLog();
  const due = await db.write.rows<{ id: string; attempts: number }>(sql`
    select id, attempts from webhook_deliveries
    where state = 'waiting' and due_at <= ${new Date(nowMs())} order by created_at, id`);
  for (const { id, attempts } of due) await attempt(id, attempts + 1);
}
const later = (ms: number) => {
  const at = new Date(nowMs() + ms);
  setClock(at);
};
const states = () =>
  db.write.rows<{ id: string; state: string; attempts: number; due_at: Date | null }>(
    sql`select id, state, attempts, due_at from webhook_deliveries order by created_at, id`,
  );
const typesOf = () => receiver.received.map(({ body }) => String(JSON.parse(body).type));

test("what was chosen arrives, signed so that the standard's own library believes it", async () => {
  const { secret } = await makes(["ticket.created", "message.added"]);
  const { ticketId } = await asks();
  await aSecond();
  expect(typesOf().toSorted()).toEqual(["message.added", "ticket.created"]);
  for (const { headers, body } of receiver.received) {
    const read = new Webhook(secret).verify(body, headers);
    expect(read).toMatchObject({ version: 1, data: { ticket: { id: ticketId } } });
    expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
  }
  expect((await states()).map(({ state }) => state)).toEqual(["delivered", "delivered"]);
});

test("a note leaves the house only where notes were chosen", async () => {
  await makes(["message.added", "ticket.updated"]);
  const { ticketId } = await asks();
  const note = {
    commandId: aCommandId(),
    ticketId,
    body: "canary: she is a reseller",
    kind: "note",
  };
  await reply.execute(mia, reply.schema.parse(note));
  await aSecond();
  expect(JSON.stringify(receiver.received)).not.toContain("canary");
  await makes(["note.added"]);
  await reply.execute(mia, reply.schema.parse({ ...note, commandId: aCommandId() }));
  await aSecond();
  expect(typesOf()).toContain("note.added");
  expect(JSON.stringify(receiver.received)).toContain("canary");
});

test("a reply that can still be taken back is not told of", async () => {
  await makes(["message.added"]);
  const { ticketId } = await asks();
  const said = { commandId: aCommandId(), ticketId, body: "canary", holdSeconds: 15 };
  await reply.execute(mia, reply.schema.parse(said));
  await aSecond();
  expect(JSON.stringify(receiver.received)).not.toContain("canary");
});

test("a receiver that is down is tried again with the same id and text until it takes it", async () => {
  await makes(["ticket.created"]);
  receiver.answers((count) => ({ status: count < 3 ? 503 : 200 }));
  await asks();
  await aSecond();
  await aSecond();
  expect(receiver.received).toHaveLength(1);
  later(10_000);
  await aSecond();
  later(60_000);
  await aSecond();
  expect(receiver.received).toHaveLength(3);
  expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
  const [only] = await states();
  expect(only).toMatchObject({ state: "delivered", attempts: 3 });
  const told = await delivery(String(only?.id));
  expect(told.tries.map(({ status }) => status)).toEqual([200, 503, 503]);
  expect((await endpoints()).endpoints[0]).toMatchObject({ failingSince: null });
});

test("after three days of failure the delivery has failed and the endpoint is switched off", async () => {
  // Waits without their spread: the last attempt lies before the third day is over, each time.
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  await makes(["ticket.created"]);
  receiver.answers(() => ({ status: 500, body: "no" }));
  await asks();
  for (let tries = 0; tries < 40; tries += 1) {
    await aSecond();
    later(3 * 3_600_000);
  }
  expect((await states()).map(({ state }) => state)).toEqual(["failed"]);
  expect((await endpoints()).endpoints[0]?.off).toBeNull();
  const before = receiver.received.length;
  expect(before).toBeGreaterThan(10);
  await asks("It still jams");
  await aSecond();
  expect((await endpoints()).endpoints[0]?.off).toMatchObject({ reason: "failing" });
  await asks("And again");
  later(60_000);
  await aSecond();
  expect(receiver.received).toHaveLength(before + 1);
});

test("who says that it is gone is not asked again", async () => {
  await makes(["ticket.created"]);
  receiver.answers(() => ({ status: 410 }));
  await asks();
  await aSecond();
  expect((await endpoints()).endpoints[0]?.off).toMatchObject({ reason: "gone" });
});

test("a redirect is not followed: its goal was checked by nobody", async () => {
  const inside = await aReceiver();
  await makes(["ticket.created"]);
  receiver.answers(() => ({ status: 302, headers: { location: inside.url } }));
  await asks();
  await aSecond();
  expect(receiver.received).toHaveLength(1);
  expect(inside.received).toEqual([]);
  const [only] = await states();
  const told = await delivery(String(only?.id));
  expect(told.tries[0]?.fault).toContain("redirects are not followed");
  await inside.close();
});

test("a new secret signs beside the one before, for a day", async () => {
  const { id, secret } = await makes(["ticket.created"]);
  const rotated: Made = JSON.parse(
    JSON.stringify(await callAs("webhooks.rotate", ada, { id, version: 1 })),
  );
  expect(rotated.secret).not.toBe(secret);
  await asks();
  await aSecond();
  const [first] = receiver.received;
  for (const known of [secret, rotated.secret])
    expect(new Webhook(known).verify(first?.body ?? "", first?.headers ?? {})).toBeTruthy();
  later(limits.webhookSecretOverlapMs + 1_000);
  await asks();
  await aSecond();
  const signatures = receiver.received.map(({ headers }) => headers["webhook-signature"]);
  expect(signatures.map((each) => each?.split(" ").length)).toEqual([2, 1]);
});

test("the secret is kept locked, and no answer that is kept holds it", async () => {
  const { secret } = await makes(["ticket.created"]);
  const kept = await db.write.rows(sql`
    select secret as text from webhook_endpoints
    union all select coalesce(result::text, '') from commands`);
  expect(JSON.stringify(kept)).not.toContain(secret);
  expect(JSON.stringify(await callAs("webhooks.list", ada, undefined))).not.toContain(secret);
});

test("what was sent can be sent again, with the id that it had", async () => {
  await makes(["ticket.created"]);
  await asks();
  await aSecond();
  const [only] = await states();
  await callAs("webhooks.replay", ada, { id: only?.id });
  await aSecond();
  expect(receiver.received).toHaveLength(2);
  expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
});

test("words that were removed for good go from the log and are not sent any more", async () => {
  await makes(["ticket.created"]);
  const { ticketId } = await asks("canary of a card number");
  await placeEvents();
  await followLog();
  const about = { commandId: aCommandId(), eventId: aCommandId(), ticketIds: [ticketId] };
  await withdraw.execute(ada, about);
  await aSecond();
  expect(receiver.received).toEqual([]);
  const [only] = await states();
  expect(only?.state).toBe("withdrawn");
  await expect(callAs("webhooks.replay", ada, { id: only?.id })).rejects.toMatchObject({
    message: "webhook_delivery_withdrawn",
  });
});

test("several workers read the log at once, and each event is written down once", async () => {
  await makes(["ticket.created"]);
  for (let count = 0; count < 5; count += 1) await asks(`Vent ${count}`);
  await placeEvents();
  await Promise.all([followLog(), followLog(), followLog()]);
  expect(await states()).toHaveLength(5);
});

test("an endpoint that fails gets few places at a time, the others go on", async () => {
  const failing = await makes(["ticket.created"]);
  await makes(["ticket.created"]);
  await db.write.rows(sql`
    update webhook_endpoints set failing_since = now() where id = ${failing.id}`);
  for (let count = 0; count < 5; count += 1) await asks(`Vent ${count}`);
  await placeEvents();
  await followLog();
  const claimed = () =>
    db.write.rows<{ endpoint_id: string }>(sql`
      select endpoint_id from webhook_deliveries where claimed_until is not null`);
  await askForDueDeliveries();
  await askForDueDeliveries();
  const counts = (await claimed()).filter(({ endpoint_id }) => endpoint_id === failing.id).length;
  expect(counts).toBe(limits.webhookFailingPlacesMax);
  expect(await claimed()).toHaveLength(limits.webhookFailingPlacesMax + 5);
});

test("a test is sent to whom it was asked for and to nobody else", async () => {
  const { id } = await makes(["ticket.created"]);
  await makes(["ticket.created"]);
  await callAs("webhooks.test", ada, { id });
  await aSecond();
  expect(typesOf()).toEqual(["webhook.tested"]);
});
