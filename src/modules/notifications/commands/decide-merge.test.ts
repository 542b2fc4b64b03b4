import { afterAll, beforeAll, expect, test } from "vitest";
import { createTicket, mergeTickets, ticketMerged } from "@/modules/conversations";
import { type Actor, systemActor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { allEventsAfter } from "@/testing/expect-converges";
import { decideNotifications } from "./decide";

let services: TestServices;
let anna: Actor;
let mia: Actor;

beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna" });
  mia = await aPerson({ role: "agent", name: "Mia" });
});
afterAll(() => services.close());

const asks = (subject: string) => {
  const given = { commandId: aCommandId(), subject, body: "At noon." };
  return createTicket.execute(anna, createTicket.schema.parse(given));
};

/** How many mails a merge sends, though its event comes twice. */
async function mailsOf(tell: boolean): Promise<{ subject: string }[]> {
  const target = await asks("The vent");
  const source = await asks("The hinge");
  const wanted = { targetId: target.ticketId, sourceIds: [source.ticketId], tell };
  await mergeTickets.execute(mia, { commandId: aCommandId(), ...wanted });
  const events = (await allEventsAfter(0)).filter(
    (event) => ticketMerged.read(event)?.row.id === target.ticketId,
  );
  for (const event of [...events, ...events])
    await decideNotifications
      .execute(systemActor, { commandId: aCommandId(), event })
      .catch(() => undefined);
  return db.write.rows(sql`
    select subject from outgoing_mails where ticket_id = ${source.ticketId} and kind = 'merged'`);
}

test("who asked is told of a merge once, and only where the agent wants it", async () => {
  expect(await mailsOf(true)).toMatchObject([{ subject: expect.stringContaining("The hinge") }]);
  expect(await mailsOf(false)).toEqual([]);
});
