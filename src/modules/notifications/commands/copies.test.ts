import { afterAll, beforeAll, expect, test } from "vitest";
import { createTicket, reply } from "@/modules/conversations";
import { updateTicket } from "@/modules/tickets";
import { type Actor, systemActor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { lastPosition } from "@/platform/outbox";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { allEventsAfter } from "@/testing/expect-converges";
import { decideNotifications } from "./decide";

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

test("a reply is mailed to who asked and who is in copy, never to who wrote it, a note to nobody", async () => {
  const { ticketId } = await asks();
  await copies(ticketId, carl);
  const mailedTo = async (act: () => Promise<unknown>) => {
    await allEventsAfter((await lastPosition()).last);
    const { last } = await lastPosition();
    await act();
    const before = await db.write.rows<{ id: string }>(sql`select id from outgoing_mails`);
    for (const event of await allEventsAfter(last))
      await decideNotifications.execute(systemActor, { commandId: event.id, event });
    const known = before.map(({ id }) => id);
    const mails = await db.write.rows<{ recipient: string }>(sql`
      select recipient from outgoing_mails where not id = any(${known}::uuid[])`);
    return mails.map(({ recipient }) => recipient).sort();
  };
  expect(await mailedTo(() => says(mia, ticketId))).toEqual([anna.email, carl.email].sort());
  expect(await mailedTo(() => says(carl, ticketId))).toEqual([anna.email]);
  expect(await mailedTo(() => says(mia, ticketId, { kind: "note" }))).toEqual([]);
});
