import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/platform/auth/actor";
import { db, observeStatements, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { handOverBatch, startHandover } from "./commands/hand-over";
import { handoverOf } from "./queries/handover";

let services: TestServices;
let ada: Actor;
let anna: Actor;
beforeAll(async () => {
  services = await testServices();
  ada = await aPerson({ role: "admin", name: "Ada" });
  anna = await aPerson({ name: "Anna" });
});
afterAll(() => services.close());

async function ticketsOf(agent: Actor, count: number, status = "open"): Promise<void> {
  await db.write.rows(sql`
    insert into tickets (id, subject, requester_id, status, channel, assignee_id, first_message_at,
      last_message_at, created_at, updated_at)
    select gen_random_uuid(), 'The vent', ${anna.id}, ${status}, 'web', ${agent.id}, now(), now(),
      now(), now() from generate_series(1, ${count}::int)`);
}
const holds = async (agent: Actor) => (await handoverOf({ fromId: agent.id })).holds;
const begins = (fromId: string, toId: string | null) =>
  startHandover.execute(ada, { commandId: aCommandId(), fromId, toId });
const batch = (handoverId: string) =>
  handOverBatch.execute(ada, { commandId: newId(), handoverId });

test("all that a leaver holds goes over in batches, with history and events, and nothing else does", async () => {
  const leo = await aPerson({ role: "agent", name: "Leo" });
  const mia = await aPerson({ role: "agent", name: "Mia" });
  const count = limits.handoverBatchRows + 20;
  await ticketsOf(leo, count);
  await ticketsOf(leo, 1, "closed");
  const { handoverId, total } = await begins(leo.id, mia.id);
  expect(total).toBe(count);
  expect(await batch(handoverId)).toEqual({ finished: false, moved: limits.handoverBatchRows });
  expect((await handoverOf({ fromId: leo.id })).last).toMatchObject({
    moved: 100,
    finishedAt: null,
  });
  expect(await batch(handoverId)).toEqual({ finished: true, moved: 20 });
  expect(await batch(handoverId)).toEqual({ finished: true, moved: 0 });
  expect([await holds(leo), await holds(mia)]).toEqual([0, count]);
  expect((await handoverOf({ fromId: leo.id })).last).toMatchObject({
    moved: count,
    toName: "Mia",
  });
  const [told] = await db.write.rows<{ events: number; entries: number }>(sql`
    select (select count(*)::int from outbox where name = 'ticket.updated') as events,
      (select count(*)::int from activity_logs where actor_id = ${ada.id}) as entries`);
  expect(told).toEqual({ events: count, entries: count });
});

test("a batch asks the database as often for a hundred tickets as for one", async () => {
  const statementsFor = async (count: number) => {
    const leo = await aPerson({ role: "agent" });
    await ticketsOf(leo, count);
    const { handoverId } = await begins(leo.id, null);
    return (await observeStatements(() => batch(handoverId))).statements.length;
  };
  expect(await statementsFor(60)).toBe(await statementsFor(1));
});

test("one handover of a person at a time, to somebody who can take it", async () => {
  const leo = await aPerson({ role: "agent" });
  await ticketsOf(leo, 1);
  await expect(begins(leo.id, anna.id)).rejects.toMatchObject({ code: "person_not_found" });
  await begins(leo.id, null);
  await expect(begins(leo.id, null)).rejects.toMatchObject({ code: "handover_running" });
});
