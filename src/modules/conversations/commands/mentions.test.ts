import { afterAll, beforeAll, expect, test } from "vitest";
import { createTicket, mentioned, reply } from "@/modules/conversations";
import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { lastPosition } from "@/platform/outbox";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { allEventsAfter } from "@/testing/expect-converges";

let services: TestServices;
let anna: Actor;
let mia: Actor;
let max: Actor;
let ticketId: string;
beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna Kowalska" });
  mia = await aPerson({ role: "agent", name: "Mia Lund" });
  max = await aPerson({ role: "admin", name: "Max Berg" });
  const asked = { commandId: aCommandId(), subject: "The door", body: "It jams." };
  ({ ticketId } = await createTicket.execute(anna, createTicket.schema.parse(asked)));
});
afterAll(() => services.close());

/** Who is told of being called by what somebody says. */
async function called(actor: Actor, body: string, kind = "note") {
  await allEventsAfter((await lastPosition()).last);
  const { last } = await lastPosition();
  const said = await reply.execute(
    actor,
    reply.schema.parse({ commandId: aCommandId(), ticketId, kind, body }),
  );
  const events = (await allEventsAfter(last)).map((event) => mentioned.read(event));
  return { messageId: said.messageId, told: events.filter((one) => one !== null) };
}

test("a note tells the colleagues that it calls, and not who wrote it", async () => {
  const { messageId, told } = await called(mia, "Can you look, **@Max Berg**? @Mia Lund");
  expect(told).toEqual([{ ticketId, messageId, personIds: [max.id] }]);
});

test("nobody is told by a reply, and no customer by a note", async () => {
  expect((await called(mia, "Ask @Max Berg", "reply")).told).toEqual([]);
  expect((await called(mia, "She is @Anna Kowalska")).told).toEqual([]);
});

test("who is suspended is not called", async () => {
  await db.write.rows(sql`update users set suspended_at = now() where id = ${max.id}`);
  expect((await called(mia, "Can you look, @Max Berg?")).told).toEqual([]);
});
