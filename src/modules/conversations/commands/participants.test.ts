import { afterAll, beforeAll, expect, test } from "vitest";
import { createTicket, reply } from "@/modules/conversations";
import {
  activityWords,
  requestPage,
  ticketActivity,
  ticketHead,
  updateTicket,
} from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { expectConverges } from "@/testing/expect-converges";
import { requestScreen, requestsScreen, ticketScreen } from "@/testing/screens";

let services: TestServices;
let anna: Actor;
let carl: Actor;
let mia: Actor;
beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna" });
  carl = await aPerson({ name: "Carl" });
  mia = await aPerson({ role: "agent", name: "Mia" });
});
afterAll(() => services.close());

const asks = () => {
  const asked = { commandId: aCommandId(), subject: "The door", body: "It jams." };
  return createTicket.execute(anna, createTicket.schema.parse(asked));
};
const copies = (ticketId: string, ...people: Actor[]) => {
  const changes = { participantIds: people.map(({ id }) => id) };
  const change = { commandId: aCommandId(), ticketId, changes };
  return updateTicket.execute(mia, updateTicket.schema.parse(change));
};
const says = (actor: Actor, ticketId: string, more = {}) =>
  reply.execute(
    actor,
    reply.schema.parse({ commandId: aCommandId(), ticketId, body: "Hello.", ...more }),
  );
const numbersOf = async (actor: Actor) =>
  (await requestPage(actor, { shared: false })).rows.map((row) => row.number);

test("who is in copy sees the request and answers in it, and not any more when taken out", async () => {
  const { ticketId, number } = await asks();
  await expect(ticketHead(carl, number)).rejects.toMatchObject({ code: "ticket_not_found" });
  await copies(ticketId, carl);
  expect((await ticketHead(carl, number)).participants).toEqual([{ id: carl.id, name: "Carl" }]);
  expect(await numbersOf(carl)).toContain(number);
  await says(carl, ticketId);
  await copies(ticketId);
  await expect(says(carl, ticketId)).rejects.toMatchObject({ code: "ticket_not_found" });
  expect(await numbersOf(carl)).not.toContain(number);
});

test("the history calls everybody by name: who is in copy, and a colleague who has left since", async () => {
  const { ticketId, number } = await asks();
  const leo = await aPerson({ role: "agent", name: "Leo" });
  await copies(ticketId, carl);
  await copies(ticketId);
  const change = { commandId: aCommandId(), ticketId, changes: { assigneeId: leo.id } };
  await updateTicket.execute(mia, updateTicket.schema.parse(change));
  await db.write.rows(sql`update users set suspended_at = now() where id = ${leo.id}`);
  const entries = await ticketActivity(await ticketHead(mia, number));
  expect(entries.map((entry) => activityWords(entry)).slice(0, 3)).toEqual([
    "Mia assigned it to Leo",
    "Mia took Carl out of the copy",
    "Mia put Carl in copy",
  ]);
});

test("only customers are in copy, once each, and not who asked", async () => {
  const { ticketId } = await asks();
  for (const people of [[mia], [anna], [carl, carl]])
    await expect(copies(ticketId, ...people)).rejects.toMatchObject({ code: "person_not_found" });
});

test("every screen learns who is in copy and who is not any more", async () => {
  const ticket = await asks();
  const { ticketId } = ticket;
  await expectConverges({
    screens: [requestsScreen(carl, null), requestsScreen(anna, null), ticketScreen(mia, ticket)],
    steps: [
      () => copies(ticketId, carl),
      () => says(mia, ticketId),
      () => copies(ticketId),
      () => says(mia, ticketId),
      () => copies(ticketId, carl),
    ],
    chances: [3, 1, 4, 1, 5, 9, 2, 6, 5, 3],
  });
  const later = [() => says(mia, ticketId), () => says(carl, ticketId)];
  await expectConverges({ screens: [requestScreen(carl, ticket)], steps: later, chances: [2, 7] });
});
