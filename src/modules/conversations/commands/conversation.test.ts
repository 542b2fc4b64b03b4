import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createTicket,
  messagePage,
  releaseMessage,
  reply,
  withdrawMessage,
} from "@/modules/conversations";
import { markSeen, requestPage, ticketHead, ticketPage, updateTicket } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { now } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { aCommandId, anOrganization, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { unreadRequests } from "../queries/unread-requests";

let services: TestServices;
let anna: Actor;
let mia: Actor;
let stranger: Actor;

beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna Kowalska" });
  mia = await aPerson({ role: "agent", name: "Mia" });
  stranger = await aPerson({});
});
afterAll(() => services.close());

const asks = (actor: Actor, commandId = aCommandId()) =>
  createTicket.execute(
    actor,
    createTicket.schema.parse({ commandId, subject: "The door stays shut", body: "It **jams**." }),
  );

const answers = (actor: Actor, ticketId: string, more: Record<string, unknown> = {}) =>
  reply.execute(
    actor,
    reply.schema.parse({ commandId: aCommandId(), ticketId, body: "Try the handle.", ...more }),
  );

async function conversation(actor: Actor, number: number) {
  const head = await ticketHead(actor, number);
  const bounds = {
    ticketId: head.row.id,
    firstMessageAt: new Date(head.firstMessageAt),
    lastMessageAt: new Date(head.row.lastMessageAt),
  };
  return { head, ...(await messagePage(actor, bounds)) };
}

test("a customer who clicks twice has asked once", async () => {
  const commandId = aCommandId();
  const [first, second] = await Promise.all([asks(anna, commandId), asks(anna, commandId)]);
  expect(second).toEqual(first);
  const rows = await db.write.rows(sql`select id from tickets where id = ${first.ticketId}`);
  expect(rows).toHaveLength(1);
});

test("the same id for another request is refused, and so is another person's id", async () => {
  const commandId = aCommandId();
  await asks(anna, commandId);
  await expect(asks(stranger, commandId)).rejects.toMatchObject({ code: "command_id_reused" });
});

test("a note never reaches the customer, a reply does", async () => {
  const { ticketId, number } = await asks(anna);
  await answers(mia, ticketId, { kind: "note", body: "She is a VIP." });
  await answers(mia, ticketId);
  const seen = await conversation(anna, number);
  expect(seen.messages.map((message) => message.kind)).toEqual(["reply", "reply"]);
  expect(JSON.stringify(await requestPage(anna, { shared: false }))).not.toContain("VIP");
  expect((await conversation(mia, number)).messages).toHaveLength(3);
});

test("a held reply is its author's alone until it is released, and nobody's after it was taken back", async () => {
  const { ticketId, number } = await asks(anna);
  const held = await answers(mia, ticketId, { holdSeconds: 15 });
  expect((await conversation(anna, number)).messages).toHaveLength(1);
  expect((await conversation(mia, number)).messages.at(-1)?.state).toBe("held");
  const about = { commandId: aCommandId(), ticketId, messageId: held.messageId };
  await withdrawMessage.execute(mia, about);
  expect((await conversation(mia, number)).messages).toHaveLength(1);
});

test("a held reply is released once, at the time that was promised", async () => {
  const { ticketId, number } = await asks(anna);
  const held = await answers(mia, ticketId, { holdSeconds: 15, setStatus: "pending" });
  const about = { commandId: held.messageId, ticketId, messageId: held.messageId };
  await expect(releaseMessage.execute(mia, about)).rejects.toMatchObject({ code: "send_not_due" });
  const late = new Date(Date.parse(held.releaseAt ?? "") + 60_000);
  expect(await releaseMessage.execute(mia, about, late)).toEqual({ released: true });
  const { messages, head } = await conversation(anna, number);
  expect(messages.at(-1)?.createdAt).toBe(held.releaseAt);
  expect(head.row.status).toBe("pending");
});

test("what an actor may not see answers like what does not exist", async () => {
  const { ticketId, number } = await asks(anna);
  const foreign = await ticketHead(stranger, number).catch((error: unknown) => error);
  const absent = await ticketHead(stranger, 999_999_999).catch((error: unknown) => error);
  expect(foreign).toEqual(absent);
  await expect(answers(stranger, ticketId)).rejects.toMatchObject({ code: "ticket_not_found" });
});

test("colleagues see each other's requests only where their organization allows it", async () => {
  for (const sharesTickets of [true, false]) {
    const organizationId = await anOrganization({ sharesTickets });
    const one = await aPerson({ organizationId });
    const other = await aPerson({ organizationId });
    const { number } = await asks(one);
    const seen = await ticketHead(other, number).then(
      () => true,
      () => false,
    );
    expect(seen).toBe(sharesTickets);
  }
});

test("two agents who change the same field get a conflict, who change different ones do not", async () => {
  const { ticketId } = await asks(anna);
  const change = (changes: object, seen: object) =>
    updateTicket.execute(
      mia,
      updateTicket.schema.parse({ commandId: aCommandId(), ticketId, changes, seen }),
    );
  await change({ priority: "urgent" }, { priority: "medium" });
  await expect(change({ priority: "low" }, { priority: "medium" })).rejects.toMatchObject({
    code: "ticket_changed",
  });
  await change({ status: "pending" }, { status: "open" });
});

test("a customer's answer opens a pending ticket again and starts the waiting anew", async () => {
  const { ticketId, number } = await asks(anna);
  await answers(mia, ticketId, { setStatus: "pending" });
  expect((await ticketHead(mia, number)).row.waitingSince).toBeNull();
  await answers(anna, ticketId);
  const { row } = await ticketHead(mia, number);
  expect(row.status).toBe("open");
  expect(row.waitingSince).not.toBeNull();
});

test("an empty queue still says up to when it is true", async () => {
  const page = await ticketPage(mia, { where: sql`tickets.number = 1`, sort: "updated" });
  expect(page).toEqual({ rows: [], previous: null, next: null, asOf: expect.any(Number) });
});

test("a request is unread for its customer when somebody answered, never for a note", async () => {
  const { ticketId } = await asks(anna);
  const unread = () => unreadRequests(anna, [ticketId]);
  expect(await unread()).toEqual([]);
  await answers(mia, ticketId, { kind: "note" });
  expect(await unread()).toEqual([]);
  await answers(mia, ticketId, { holdSeconds: 60 });
  expect(await unread()).toEqual([]);
  await answers(mia, ticketId);
  expect(await unread()).toEqual([ticketId]);
  const seenAt = now().toISOString();
  await markSeen.execute(anna, { commandId: aCommandId(), ticketId, seenAt });
  expect(await unread()).toEqual([]);
  await answers(anna, ticketId);
  await answers(mia, ticketId, { kind: "note" });
  expect(await unread()).toEqual([]);
});

test("on the way back to a hit pages are larger, and nothing is left out between them", async () => {
  const { ticketId, number } = await asks(anna);
  for (let one = 1; one <= 5; one++) await answers(mia, ticketId, { body: `Answer ${one}` });
  const head = await ticketHead(mia, number);
  const bounds = {
    ticketId,
    firstMessageAt: new Date(head.firstMessageAt),
    lastMessageAt: new Date(head.row.lastMessageAt),
  };
  const newest = await messagePage(mia, bounds, undefined, 2);
  const older = await messagePage(mia, bounds, newest.older ?? "", 3);
  const oldest = await messagePage(mia, bounds, older.older ?? "", 3);
  const all = [...oldest.messages, ...older.messages, ...newest.messages];
  expect([newest, older, oldest].map(({ messages }) => messages.length)).toEqual([2, 3, 1]);
  expect(all).toEqual((await messagePage(mia, bounds)).messages);
  expect(oldest.older).toBeNull();
});
