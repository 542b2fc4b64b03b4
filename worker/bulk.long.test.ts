import type { Worker } from "bullmq";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { createTicket, reply } from "@/modules/conversations";
import type { Actor } from "@/platform/auth/actor";
import { monotonicMs } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { closeQueues, consume } from "@/platform/queues";
import { aCommandId, aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { processors } from "./processors";
import { type Relay, startRelay } from "./relay";

const ticketsInBulk = 5_000;
const long = { timeout: 15 * 60_000, interval: 100 };

const startedSchema = z.object({ actionId: z.uuid(), total: z.int() });

let services: TestServices;
let relay: Relay;
let workers: Worker[] = [];
let mia: Actor;
let anna: Actor;

beforeAll(async () => {
  services = await testServices();
  mia = await aPerson({ role: "agent", name: "Mia" });
  anna = await aPerson({ name: "Anna" });
  await db.write.rows(sql`
    insert into tickets (id, subject, requester_id, status, channel, tags, first_message_at,
      last_message_at, created_at, updated_at)
    select gen_random_uuid(), 'The vent', ${anna.id}, 'open', 'web', array['firmware'], now(), now(),
      now(), now() from generate_series(1, ${ticketsInBulk}::int)`);
  relay = startRelay();
  const queues = [...new Set(processors.map(({ queue }) => queue))];
  workers = queues.map((name) =>
    consume(
      name,
      processors.filter(({ queue }) => queue === name),
    ),
  );
});
afterAll(async () => {
  await relay.close();
  await Promise.all(workers.map((worker) => worker.close()));
  await closeQueues();
  await services.close();
});

const first = async <Row extends Record<string, unknown>>(statement: ReturnType<typeof sql>) => {
  const [row] = await db.write.rows<Row>(statement);
  if (row === undefined) throw new Error("The statement gave no row.");
  return row;
};
const leftOf = async (actionId: string) =>
  (
    await first<{ left: number }>(sql`
      select count(*)::int as left from bulk_action_tickets
      where action_id = ${actionId} and outcome is null`)
  ).left;
const unpublished = async () =>
  (
    await first<{ left: number }>(sql`
    select count(*)::int as left from outbox where published_at is null`)
  ).left;

/** One answer to a customer, and how long its event takes to the sockets and queues. */
async function answer(ticketId: string): Promise<number> {
  const given = { commandId: aCommandId(), ticketId, body: "We know, and mend it." };
  const sentAtMs = monotonicMs();
  const { messageId } = await reply.execute(mia, reply.schema.parse(given));
  const published = () =>
    first<{ done: boolean }>(sql`
      select count(*) > 0 as done from outbox where published_at is not null
        and ticket_id = ${ticketId} and payload -> 'message' ->> 'id' = ${messageId}`);
  await expect
    .poll(async () => (await published()).done, { timeout: 60_000, interval: 20 })
    .toBe(true);
  return monotonicMs() - sentAtMs;
}

/** Works an action to its end while somebody goes on answering; what it took. */
async function worked(actionId: string, ticketId: string) {
  const begunAtMs = monotonicMs();
  const answersMs: number[] = [];
  while ((await leftOf(actionId)) > 0) answersMs.push(await answer(ticketId));
  const changedMs = monotonicMs() - begunAtMs;
  await expect.poll(unpublished, long).toBe(0);
  const toldMs = monotonicMs() - begunAtMs;
  const { events } = await first<{ events: number }>(sql`
    select count(*)::int as events from outbox where name = 'ticket.updated'
      and created_at > now() - make_interval(secs => ${toldMs / 1_000})`);
  answersMs.sort((one, other) => one - other);
  return {
    seconds: Math.round(changedMs / 100) / 10,
    untilToldSeconds: Math.round(toldMs / 100) / 10,
    events,
    eventsPerSecond: Math.round((events * 1_000) / toldMs),
    answers: answersMs.length,
    answerP95Ms: Math.round(answersMs[Math.ceil(answersMs.length * 0.95) - 1] ?? 0),
  };
}

test("5,000 tickets are changed and given back by a job, each with its event, while others work on", async () => {
  const asked = { commandId: aCommandId(), subject: "Another matter", body: "It jams." };
  const { ticketId } = await createTicket.execute(anna, createTicket.schema.parse(asked));
  const changed = (priority: number) =>
    first<{ changed: number }>(sql`
      select count(*)::int as changed from tickets
      where tags @> array['firmware'] and priority = ${priority}`);

  const started = startedSchema.parse(
    await callAs("bulk.start", mia, {
      commandId: aCommandId(),
      deed: { kind: "priority", priority: "urgent" },
      filter: "tag:firmware",
    }),
  );
  expect(started.total).toBe(ticketsInBulk);
  const there = await worked(started.actionId, ticketId);
  expect(await changed(4)).toEqual({ changed: ticketsInBulk });
  expect(there.events).toBeGreaterThanOrEqual(ticketsInBulk);

  const again = { commandId: aCommandId(), actionId: started.actionId };
  const undone = startedSchema.parse(await callAs("bulk.undo", mia, again));
  const back = await worked(undone.actionId, ticketId);
  expect(await changed(2)).toEqual({ changed: ticketsInBulk });
  process.stdout.write(`\n${JSON.stringify({ there, back })}\n`);
  // A reply is seen by others at once, whatever a bulk action does meanwhile.
  expect(there.answerP95Ms).toBeLessThan(5_000);
});
