import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "bullmq";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { createTicket, redactMessage, reply } from "@/modules/conversations";
import { suspendUser } from "@/modules/identity";
import type { Actor } from "@/platform/auth/actor";
import { nowMs, setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { defineEvent, placedEnvelopeSchema } from "@/platform/outbox";
import {
  closeQueues,
  consume,
  defineJob,
  done,
  processes,
  type QueueName,
  queueOf,
  tryRefusedAgain,
} from "@/platform/queues";
import { closeValkey, keyOf, valkey } from "@/platform/valkey";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { type RunningValkey, startValkey } from "../scripts/services/valkey";
import { processors } from "./processors";
import { type Relay, startRelay } from "./relay";
import { releaseOverdue } from "./upkeep/held-replies";
import { publishParkedAgain } from "./upkeep/parked-events";
import { republishUnrecorded } from "./upkeep/republish";
import { sendWaitingMails } from "./upkeep/waiting-mails";

const folder = mkdtempSync(join(tmpdir(), "relay-"));
let services: TestServices;
let store: RunningValkey;
let anna: Actor;
let mia: Actor;
let relay: Relay | null = null;
let workers: Worker[] = [];

beforeAll(async () => {
  services = await testServices();
  store = await startValkey({ dataDir: folder });
  vi.stubEnv("VALKEY_URL", store.url);
  forgetEnv();
  anna = await aPerson({ name: "Anna" });
  mia = await aPerson({ role: "agent", name: "Mia" });
});
beforeEach(() => {
  relay = startRelay();
});
afterEach(async () => {
  setClock(null);
  await relay?.close();
  await Promise.all(workers.map((worker) => worker.close()));
  workers = [];
  await closeQueues();
});
afterAll(async () => {
  await services.close();
  await closeValkey();
  await store.stop();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const patience = { timeout: 45_000, interval: 25 };

const asks = () => {
  const asked = { commandId: aCommandId(), subject: "The door", body: "It jams." };
  return createTicket.execute(anna, createTicket.schema.parse(asked));
};
const answers = (ticketId: string, more: object = {}) => {
  const said = { commandId: aCommandId(), ticketId, body: "Try the handle.", ...more };
  return reply.execute(mia, reply.schema.parse(said));
};

const works = (...names: QueueName[]) => {
  for (const name of names) {
    const own = processors.filter(({ queue }) => queue === name);
    workers.push(consume(name, own));
  }
};

const unpublished = async () =>
  (await db.write.rows(sql`select id from outbox where published_at is null`)).length;

/** The tickets of the stream's events, each once, in the order in which they first came. */
async function streamed(): Promise<number[]> {
  const entries = await valkey("realtime").xrange(keyOf("events"), "-", "+");
  const positions = entries.map(
    ([, fields]) => placedEnvelopeSchema.parse(JSON.parse(fields[1] ?? "")).position,
  );
  return [...new Set(positions)];
}

const mailsAbout = async (ticketId: string) =>
  (await db.write.rows(sql`select id from outgoing_mails where ticket_id = ${ticketId}`)).length;

/** What somebody does who clears the store of the queues. */
async function losesItsData(): Promise<void> {
  await valkey("queue").flushall();
}

test("what happens is in the queues and on its way to the sockets at once", async () => {
  const { ticketId } = await asks();
  await expect.poll(unpublished, patience).toBe(0);
  expect(await queueOf("notifications").getJobCountByTypes("waiting", "prioritized")).toBe(4);
  works("notifications");
  await expect.poll(() => mailsAbout(ticketId), patience).toBe(1);
});

/** The store away while `during` runs, and back after it, whatever came of it. */
async function withStoreAway<T>(during: () => Promise<T>): Promise<T> {
  await expect.poll(unpublished, patience).toBe(0);
  await store.stop();
  return during().finally(async () => {
    store = await startValkey({ dataDir: folder, port: store.port });
  });
}

test("while the store is stopped people go on, and nothing of it is lost or out of order", async () => {
  const asked = await withStoreAway(async () => {
    const each = [await asks(), await asks(), await asks(), await asks(), await asks()];
    await expect.poll(unpublished, patience).toBe(10);
    return each;
  });
  await expect.poll(unpublished, patience).toBe(0);
  const positions = await streamed();
  expect(positions).toEqual([...positions].sort((one, other) => one - other));
  works("notifications");
  for (const { ticketId } of asked) await expect.poll(() => mailsAbout(ticketId), patience).toBe(1);
  expect(await db.write.rows(sql`select id from outbox where attempts > 0`)).toEqual([]);
});

test("a worker that starts while the store is stopped begins when it is back, and can be ended before", async () => {
  await expect.poll(unpublished, patience).toBe(0);
  await relay?.close();
  await closeQueues();
  await closeValkey();
  const { ticketId } = await withStoreAway(async () => {
    const asked = await asks();
    const first = startRelay();
    await expect.poll(unpublished, patience).toBe(2);
    await first.close();
    await closeQueues();
    relay = startRelay();
    return asked;
  });
  works("notifications");
  await expect.poll(() => mailsAbout(ticketId), patience).toBe(1);
});

test("jobs that a cleared store lost are asked for again, and done once", async () => {
  const { ticketId } = await asks();
  await expect.poll(unpublished, patience).toBe(0);
  await losesItsData();
  works("notifications");
  await republishUnrecorded();
  expect(await mailsAbout(ticketId)).toBe(0);
  setClock(new Date(nowMs() + limits.republishAfterMs + 5_000));
  await republishUnrecorded();
  await expect.poll(() => mailsAbout(ticketId), patience).toBe(1);
  await losesItsData();
  await republishUnrecorded();
  const left = await queueOf("notifications").getJobCountByTypes("waiting", "active");
  expect(left).toBe(0);
  expect(await mailsAbout(ticketId)).toBe(1);
});

test("an end of sessions that a cleared store lost is asked for again, and recorded", async () => {
  const [ada, eva] = [await aPerson({ role: "admin" }), await aPerson({ role: "agent" })];
  await suspendUser.execute(ada, { commandId: aCommandId(), userId: eva.id });
  await expect.poll(unpublished, patience).toBe(0);
  await losesItsData();
  setClock(new Date(nowMs() + limits.republishAfterMs + 5_000));
  await republishUnrecorded();
  works("upkeep");
  const recorded = async () =>
    (
      await db.write.rows(sql`
        select event_id from effects join outbox on outbox.id = effects.event_id
        where effects.consumer = 'identity' and outbox.payload->>'userId' = ${eva.id}`)
    ).length;
  await expect.poll(recorded, patience).toBe(1);
});

test("removed words whose jobs a cleared store lost are taken out of copies and inboxes all the same", async () => {
  const { ticketId } = await asks();
  const [message] = await db.write.rows<{ id: string }>(sql`
    select id from ticket_messages where ticket_id = ${ticketId}`);
  const about = { ticketId, messageId: message?.id ?? "", what: { words: "jams" } };
  await redactMessage.execute(mia, { commandId: aCommandId(), ...about });
  await expect.poll(unpublished, patience).toBe(0);
  await losesItsData();
  setClock(new Date(nowMs() + limits.republishAfterMs + 5_000));
  await republishUnrecorded();
  // What has to wait for jobs that run waits by the clock of the store, which is ours again.
  setClock(null);
  for (const queue of ["upkeep", "notifications"] as const) works(queue);
  const recorded = () =>
    db.write.rows(sql`
      select consumer from effects join outbox on outbox.id = effects.event_id
      where ticket_id = ${ticketId} and consumer in ('scrub', 'notifications-forget')`);
  await expect.poll(recorded, patience).toHaveLength(2);
});

test("what was parked is published once a worker starts that can", async () => {
  const { ticketId } = await asks();
  await expect.poll(unpublished, patience).toBe(0);
  await db.write.rows(sql`
    update outbox set published_at = null, attempts = ${limits.relayAttemptsMax}, parked_at = now()
    where ticket_id = ${ticketId}`);
  works("notifications");
  await publishParkedAgain();
  await expect.poll(unpublished, patience).toBe(0);
  await expect.poll(() => mailsAbout(ticketId), patience).toBe(1);
});

test("a mail that had failed once when the store was cleared is still sent", async () => {
  const { ticketId } = await asks();
  works("notifications");
  await expect.poll(() => mailsAbout(ticketId), patience).toBe(1);
  await expect.poll(unpublished, patience).toBe(0);
  await db.write.rows(sql`
    update outgoing_mails set attempts = 1, fault = 'later' where ticket_id = ${ticketId}`);
  await losesItsData();
  setClock(new Date(nowMs() + limits.republishAfterMs + 5_000));
  await sendWaitingMails();
  works("mail-out");
  const stateOf = async () =>
    (
      await db.write.rows<{ state: string }>(
        sql`select state from outgoing_mails where ticket_id = ${ticketId}`,
      )
    ).map(({ state }) => state);
  await expect.poll(stateOf, patience).toEqual(["sent"]);
});

test("a held reply whose job a cleared store lost is released by the sweep, once", async () => {
  const { ticketId } = await asks();
  const held = await answers(ticketId, { holdSeconds: 10, setStatus: "pending" });
  await expect.poll(unpublished, patience).toBe(0);
  await losesItsData();
  await releaseOverdue();
  expect(await queueOf("upkeep").getJobCountByTypes("waiting", "delayed")).toBe(0);
  setClock(new Date(Date.parse(held.releaseAt ?? "") + limits.heldGraceMs));
  await releaseOverdue();
  await releaseOverdue();
  works("upkeep");
  const released = async () =>
    db.write.rows(sql`
      select state, status from ticket_messages join tickets on tickets.id = ticket_id
      where ticket_messages.id = ${held.messageId}`);
  await expect.poll(released, patience).toEqual([{ state: "released", status: "pending" }]);
  const told = await db.write.rows(sql`
    select id from outbox where name = 'message.added' and ticket_id = ${ticketId}
      and payload->'message'->>'id' = ${held.messageId}`);
  expect(told).toHaveLength(1);
});

test("an event that is published twice is acted on once", async () => {
  const { ticketId } = await asks();
  works("notifications");
  await expect.poll(() => mailsAbout(ticketId), patience).toBe(1);
  await queueOf("notifications").obliterate({ force: true });
  await db.write.rows(sql`
    update outbox set published_at = null where ticket_id = ${ticketId}
      and name in ('ticket.created', 'message.added')`);
  await expect.poll(unpublished, patience).toBe(0);
  const idle = async () =>
    queueOf("notifications").getJobCountByTypes("waiting", "prioritized", "active");
  await expect.poll(idle, patience).toBe(0);
  expect(await mailsAbout(ticketId)).toBe(1);
});

const inVersion = (version: number) =>
  defineJob({
    name: "test.second",
    queue: "analytics",
    version,
    payload: z.object({ ticketId: z.uuid() }),
    id: ({ ticketId }) => ticketId,
  });

/** A job that this worker knows in its second version. */
const second = inVersion(2);

const hoursAgoMs = 2 * 3_600_000;

test.each([
  ["of an older version", second.name, { version: 1, requestId: null, payload: {} }, 0],
  [
    "of a version that never came",
    second.name,
    { version: 3, requestId: null, payload: {} },
    hoursAgoMs,
  ],
  ["with another payload", second.name, { version: 2, requestId: null, payload: { no: 1 } }, 0],
  ["that is none of ours", second.name, "not an object", 0],
  [
    "that nobody has known for hours",
    "from.the.future",
    { version: 1, requestId: null, payload: {} },
    hoursAgoMs,
  ],
])(
  "a job %s is refused at once and stays visible with its reason",
  async (_says, name, data, agoMs) => {
    let ran = 0;
    const runs = async () => {
      ran += 1;
      return done();
    };
    const written = { jobId: `odd-${aCommandId()}`, timestamp: nowMs() - agoMs };
    const job = await queueOf("analytics").add(name, data, written);
    workers.push(consume("analytics", [processes(second, runs)]));
    await expect.poll(() => job.getState(), patience).toBe("failed");
    const found = (await queueOf("analytics").getFailed()).find((one) => one.id === job.id);
    expect(found?.failedReason).toContain("job_version_unknown");
    expect(found?.failedReason).toContain(name);
    expect(found?.attemptsMade).toBe(1);
    expect(ran).toBe(0);
  },
);

test("a job of a newer version waits for a worker that knows it, and is done once", async () => {
  const third = inVersion(3);
  let ran = 0;
  const runs = async () => {
    ran += 1;
    return done();
  };
  const data = { version: 3, requestId: null, payload: { ticketId: newId() } };
  const job = await queueOf("analytics").add(third.name, data, { jobId: `new-${aCommandId()}` });
  const old = consume("analytics", [processes(second, runs)]);
  await expect.poll(() => job.getState(), patience).toBe("delayed");
  expect(ran).toBe(0);
  await old.close();
  workers.push(consume("analytics", [processes(third, runs)]));
  await expect.poll(() => job.getState(), patience).toBe("completed");
  expect(ran).toBe(1);
});

test("a job of an older version is done in the form of today", async () => {
  const renamed = defineJob({
    name: "test.renamed",
    queue: "analytics",
    version: 2,
    payload: z.object({ ticketId: z.uuid() }),
    older: { 1: z.object({ id: z.uuid() }).transform(({ id }) => ({ ticketId: id })) },
    id: ({ ticketId }) => ticketId,
  });
  const ticketId = newId();
  const told: string[] = [];
  const data = { version: 1, requestId: null, payload: { id: ticketId } };
  const job = await queueOf("analytics").add(renamed.name, data, { jobId: `old-${ticketId}` });
  workers.push(
    consume("analytics", [
      processes(renamed, async (payload) => {
        told.push(payload.ticketId);
        return done();
      }),
    ]),
  );
  await expect.poll(() => job.getState(), patience).toBe("completed");
  expect(told).toEqual([ticketId]);
});

test("a job that another version refused for good is done once somebody knows it", async () => {
  const data = { version: 3, requestId: null, payload: { ticketId: newId() } };
  const written = { jobId: `refused-${aCommandId()}`, timestamp: nowMs() - hoursAgoMs };
  const job = await queueOf("analytics").add(second.name, data, written);
  const runs = async () => done();
  const old = consume("analytics", [processes(second, runs)]);
  await expect.poll(() => job.getState(), patience).toBe("failed");
  await old.close();
  expect(await tryRefusedAgain([processes(second, runs)])).toBe(0);
  const third = processes(inVersion(3), runs);
  expect(await tryRefusedAgain([third])).toBe(1);
  workers.push(consume("analytics", [third]));
  await expect.poll(() => job.getState(), patience).toBe("completed");
});

test("what follows an event of a newer version waits for a worker that knows the event", async () => {
  const id = newId();
  await db.write.rows(sql`
    insert into outbox (id, name, version, payload, occurred_at)
    values (${id}, 'test.later', 1, ${JSON.stringify({ words: "new" })}, ${new Date(nowMs())})`);
  works("upkeep");
  const state = async () => (await queueOf("upkeep").getJob(`follow-event-${id}`))?.getState();
  await expect.poll(state, patience).toBe("delayed");
  defineEvent({ name: "test.later", version: 1, payload: z.object({ words: z.string() }) });
  await expect.poll(state, patience).toBe("completed");
});
