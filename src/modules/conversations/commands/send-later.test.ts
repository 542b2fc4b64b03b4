import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createTicket,
  messagePage,
  overdueHeld,
  releaseMessage,
  reply,
  sendNow,
  withdrawMessage,
} from "@/modules/conversations";
import { ticketHead } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { now } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";

let services: TestServices;
let anna: Actor;
let mia: Actor;
let max: Actor;
beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna" });
  mia = await aPerson({ role: "agent", name: "Mia" });
  max = await aPerson({ role: "agent", name: "Max" });
});
afterAll(() => services.close());

const hourMs = 3_600_000;
const inHours = (hours: number) => new Date(now().getTime() + hours * hourMs);

const asks = () => {
  const asked = { commandId: aCommandId(), subject: "The door", body: "It jams." };
  return createTicket.execute(anna, createTicket.schema.parse(asked));
};
const says = (actor: Actor, ticketId: string, more: Record<string, unknown>) =>
  reply.execute(
    actor,
    reply.schema.parse({ commandId: aCommandId(), ticketId, body: "Good morning.", ...more }),
  );
const later = (ticketId: string, hours: number, more = {}) =>
  says(mia, ticketId, { sendAt: inHours(hours).toISOString(), holdSeconds: 15, ...more });

async function seenBy(actor: Actor, number: number) {
  const head = await ticketHead(actor, number);
  const bounds = {
    ticketId: head.row.id,
    firstMessageAt: new Date(head.firstMessageAt),
    lastMessageAt: new Date(head.row.lastMessageAt),
  };
  const { messages } = await messagePage(actor, bounds);
  return { row: head.row, states: messages.map((message) => message.state) };
}

test("a reply for later waits where its author alone sees it, weeks ahead, too", async () => {
  const { ticketId, number } = await asks();
  await later(ticketId, 24 * 50);
  expect((await seenBy(mia, number)).states).toEqual(["released", "held"]);
  expect((await seenBy(max, number)).states).toEqual(["released"]);
  expect((await seenBy(anna, number)).states).toEqual(["released"]);
});

test("it goes at its time with its status, and is found although the queue forgot it", async () => {
  const { ticketId, number } = await asks();
  const held = await later(ticketId, 3, { setStatus: "pending" });
  const about = { commandId: held.messageId, ticketId, messageId: held.messageId };
  await expect(releaseMessage.execute(mia, about, inHours(2))).rejects.toMatchObject({
    code: "send_not_due",
  });
  const overdue = await overdueHeld(inHours(3.5));
  expect(overdue.map(({ messageId }) => messageId)).toContain(held.messageId);
  await releaseMessage.execute(mia, about, inHours(3.5));
  const { row } = await seenBy(anna, number);
  expect(row).toMatchObject({ status: "pending", lastWords: "Good morning." });
  expect(row.lastMessageAt).toBe(held.releaseAt);
});

test("its author sends it at once, and the old time does nothing any more", async () => {
  const { ticketId, number } = await asks();
  const { messageId } = await later(ticketId, 24);
  const about = { ticketId, messageId };
  await expect(sendNow.execute(max, { commandId: aCommandId(), ...about })).rejects.toMatchObject({
    code: "send_not_undoable",
  });
  await sendNow.execute(mia, { commandId: aCommandId(), ...about });
  expect((await seenBy(anna, number)).states).toEqual(["released", "released"]);
  const again = await releaseMessage.execute(mia, { commandId: messageId, ...about }, inHours(25));
  expect(again).toEqual({ released: false });
});

test("its author takes it back, and nobody ever saw it", async () => {
  const { ticketId, number } = await asks();
  const { messageId } = await later(ticketId, 24);
  await withdrawMessage.execute(mia, { commandId: aCommandId(), ticketId, messageId });
  expect((await seenBy(mia, number)).states).toEqual(["released"]);
});

test("a time that has passed is now, one too far away is refused, a customer has none", async () => {
  const { ticketId } = await asks();
  const soon = await later(ticketId, -1);
  expect(Date.parse(soon.releaseAt ?? "")).toBeLessThan(now().getTime() + 16_000);
  const tooFar = (limits.sendLaterMsMax + hourMs) / hourMs;
  await expect(later(ticketId, tooFar)).rejects.toMatchObject({ code: "invalid_input" });
  const sendAt = inHours(1).toISOString();
  await expect(says(anna, ticketId, { sendAt })).rejects.toMatchObject({ code: "forbidden" });
});
