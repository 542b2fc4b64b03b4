import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTicket,
  mergeTickets,
  releaseMessage,
  reply,
  splitTicket,
  unmergeTickets,
} from "@/modules/conversations";
import { requestPage, ticketHead, updateTicket } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { now, setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { aCommandId, anOrganization, aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { allEventsAfter } from "@/testing/expect-converges";

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

const asks = (subject = "The vent jams", actor = anna) => {
  const given = { commandId: aCommandId(), subject, body: `${subject}, at noon.` };
  return createTicket.execute(actor, createTicket.schema.parse(given));
};
const says = (actor: Actor, ticketId: string, more: Record<string, unknown> = {}) => {
  const given = { commandId: aCommandId(), ticketId, body: "Hello.", ...more };
  return reply.execute(actor, reply.schema.parse(given));
};
const changes = (ticketId: string, fields: object) => {
  const given = { commandId: aCommandId(), ticketId, changes: fields };
  return updateTicket.execute(mia, updateTicket.schema.parse(given));
};
const merges = (targetId: string, ...sourceIds: string[]) =>
  mergeTickets.execute(mia, { commandId: aCommandId(), targetId, sourceIds, tell: false });
const takesBack = (mergeId: string | undefined) =>
  unmergeTickets.execute(mia, { commandId: aCommandId(), mergeId: mergeId ?? "" });

const messagesOf = (ticketId: string) =>
  db.write.rows<{ id: string; ticket_id: string }>(sql`
    select id, ticket_id from ticket_messages where ticket_id = ${ticketId} order by id`);
const rowOf = async (number: number) => (await ticketHead(mia, number)).row;

/** What people see of a ticket, without what every change moves on. */
async function standing(number: number) {
  const { row, firstMessageAt } = await ticketHead(mia, number);
  const { version: _, updatedAt: __, ...rest } = row;
  return { ...rest, firstMessageAt, messages: await messagesOf(row.id) };
}

test("a merge taken back brings everything back, on both sides", async () => {
  const target = await asks("The vent");
  const source = await asks("The hinge");
  await changes(target.ticketId, { status: "pending", tags: ["vent"] });
  await changes(source.ticketId, { tags: ["vent", "hinge"], priority: "high" });
  await says(mia, source.ticketId, { kind: "note", body: "Call her." });
  await db.write.rows(sql`
    insert into ticket_followers values (${source.ticketId}, ${mia.id}, now())`);
  const before = [await standing(target.number), await standing(source.number)];

  const { mergeIds } = await merges(target.ticketId, source.ticketId);
  const one = await standing(target.number);
  expect(one.messages).toHaveLength(3);
  expect(one).toMatchObject({ status: "open", tags: ["vent", "hinge"] });
  const left = await standing(source.number);
  expect(left).toMatchObject({ status: "closed", mergedInto: target.number, messages: [] });

  await takesBack(mergeIds[0]);
  const after = [await standing(target.number), await standing(source.number)];
  expect(after).toEqual(before);
  const followers = await db.write.rows(sql`
    select user_id from ticket_followers where ticket_id = ${target.ticketId}`);
  expect(followers).toEqual([]);
});

test("the target's times reach from the first to the last message of both", async () => {
  const source = await asks("Old");
  const target = await asks("New");
  await says(anna, source.ticketId);
  const { firstMessageAt } = await ticketHead(mia, source.number);
  const { lastMessageAt } = await rowOf(source.number);
  await merges(target.ticketId, source.ticketId);
  const head = await ticketHead(mia, target.number);
  expect(head.firstMessageAt).toBe(firstMessageAt);
  expect(head.row.lastMessageAt).toBe(lastMessageAt);
});

test("what others did after the merge stays when it is taken back", async () => {
  const target = await asks();
  const source = await asks();
  const { mergeIds } = await merges(target.ticketId, source.ticketId);
  await says(mia, target.ticketId, { setStatus: "resolved" });
  await takesBack(mergeIds[0]);
  expect((await rowOf(target.number)).status).toBe("resolved");
  expect(await messagesOf(target.ticketId)).toHaveLength(2);
  expect((await rowOf(source.number)).status).toBe("open");
});

test("a chain of merges is taken back from its end", async () => {
  const [a, b, c] = [await asks("A"), await asks("B"), await asks("C")];
  const first = await merges(b.ticketId, a.ticketId);
  const second = await merges(c.ticketId, b.ticketId);
  await expect(takesBack(first.mergeIds[0])).rejects.toMatchObject({
    code: "merge_not_undoable",
    detail: { reason: "merged_on", number: c.number },
  });
  await takesBack(second.mergeIds[0]);
  await takesBack(first.mergeIds[0]);
  for (const { ticketId } of [a, b, c]) expect(await messagesOf(ticketId)).toHaveLength(1);
  await expect(takesBack(first.mergeIds[0])).rejects.toMatchObject({ code: "merge_not_undoable" });
});

test("after thirty days a merge stays", async () => {
  const target = await asks();
  const source = await asks();
  const { mergeIds } = await merges(target.ticketId, source.ticketId);
  setClock(new Date(now().getTime() + limits.mergeUndoMs + 1_000));
  await expect(takesBack(mergeIds[0])).rejects.toMatchObject({ detail: { reason: "late" } });
});

test("a customer's answer to a merged ticket lands in the other; an agent is told where", async () => {
  const target = await asks();
  const source = await asks();
  await merges(target.ticketId, source.ticketId);
  await says(anna, source.ticketId, { body: "And the light is red." });
  expect((await rowOf(target.number)).lastWords).toBe("And the light is red.");
  await expect(says(mia, source.ticketId)).rejects.toMatchObject({
    code: "ticket_merged",
    detail: { number: target.number },
  });
  const { rows } = await requestPage(anna, { shared: false });
  expect(rows.find((row) => row.id === source.ticketId)?.mergedInto).toBe(target.number);
});

test("a held reply goes with its ticket and is sent at its time", async () => {
  const target = await asks();
  const source = await asks();
  const held = await says(mia, source.ticketId, { holdSeconds: 15, body: "Oil it." });
  await merges(target.ticketId, source.ticketId);
  const about = { commandId: held.messageId, ticketId: source.ticketId };
  const due = new Date(Date.parse(held.releaseAt ?? "") + 1);
  await releaseMessage.execute(mia, { ...about, messageId: held.messageId }, due);
  expect((await rowOf(target.number)).lastWords).toBe("Oil it.");
});

test.each([
  ["itself", "same"],
  ["a closed ticket", "target_closed"],
  ["a stranger's ticket", "strangers"],
])("a ticket is not merged into %s", async (_into, reason) => {
  const source = await asks();
  const stranger = await aPerson({});
  const other = reason === "strangers" ? await asks("Mine", stranger) : await asks();
  const target = reason === "same" ? source : other;
  if (reason === "target_closed") {
    await changes(target.ticketId, { status: "resolved" });
    await changes(target.ticketId, { status: "closed" });
  }
  await expect(merges(target.ticketId, source.ticketId)).rejects.toMatchObject({
    code: "merge_not_possible",
    detail: { reason },
  });
  expect(await messagesOf(source.ticketId)).toHaveLength(1);
});

test("colleagues whose organization shares tickets can have them merged", async () => {
  const organizationId = await anOrganization({ sharesTickets: true });
  const one = await aPerson({ organizationId });
  const other = await aPerson({ organizationId });
  const target = await asks("One", one);
  await merges(target.ticketId, (await asks("Other", other)).ticketId);
  expect(await messagesOf(target.ticketId)).toHaveLength(2);
});

test("two agents who merge the same two at once: one does, the other is told, nobody waits forever", async () => {
  const [a, b] = [await asks(), await asks()];
  const tried = await Promise.allSettled([
    merges(a.ticketId, b.ticketId),
    merges(b.ticketId, a.ticketId),
  ]);
  expect(tried.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  const all = [...(await messagesOf(a.ticketId)), ...(await messagesOf(b.ticketId))];
  expect(all).toHaveLength(2);
});

test("a split takes the chosen messages into a ticket of their asker, linked with the old one", async () => {
  const { ticketId, number } = await asks();
  await says(mia, ticketId);
  const second = await says(anna, ticketId, { body: "By the way, the hinge." });
  const commandId = aCommandId();
  const wanted = { commandId, ticketId, messageIds: [second.messageId], subject: "The hinge" };
  const made = await splitTicket.execute(mia, wanted);
  expect(await splitTicket.execute(mia, wanted)).toEqual(made);
  expect(await rowOf(made.number)).toMatchObject({
    subject: "The hinge",
    lastWords: "By the way, the hinge.",
    requester: { id: anna.id },
  });
  expect(await rowOf(number)).toMatchObject({ lastWords: "Hello.", waitingSince: null });
  const aside = await callAs("tickets.aside", mia, { number });
  expect(aside).toMatchObject({
    links: [{ kind: "split", end: "to", other: { id: made.ticketId } }],
  });
  const created = (await allEventsAfter(0)).filter(
    (event) => event.ticketId === made.ticketId && event.name === "message.added",
  );
  // The message was told once, when it was written: nobody is mailed again.
  expect(created).toEqual([]);
});

test("a split leaves a message behind", async () => {
  const { ticketId } = await asks();
  const messageIds = (await messagesOf(ticketId)).map((message) => message.id);
  const wanted = { commandId: aCommandId(), ticketId, messageIds, subject: "All" };
  await expect(splitTicket.execute(mia, wanted)).rejects.toMatchObject({
    code: "split_leaves_nothing",
  });
});
