import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "bullmq";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createTicket } from "@/modules/conversations";
import { updateTicket } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { nowMs, setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { limits } from "@/platform/limits";
import { closeQueues, consume } from "@/platform/queues";
import { closeValkey, valkey } from "@/platform/valkey";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { type RunningValkey, startValkey } from "../scripts/services/valkey";
import { processors } from "./processors";
import { type Relay, startRelay } from "./relay";
import { askForDueClocks, goOnRecomputing } from "./upkeep/promises";
import { republishUnrecorded } from "./upkeep/republish";

const folder = mkdtempSync(join(tmpdir(), "promises-"));
let services: TestServices;
let store: RunningValkey;
let anna: Actor;
let relay: Relay;
let workers: Worker[] = [];

beforeAll(async () => {
  services = await testServices();
  store = await startValkey({ dataDir: folder });
  vi.stubEnv("VALKEY_URL", store.url);
  forgetEnv();
  anna = await aPerson({ name: "Anna" });
});
beforeEach(() => {
  relay = startRelay();
});
afterEach(async () => {
  setClock(null);
  await relay.close();
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
const worksAt = (queue: "sla-checks" | "notifications") =>
  workers.push(
    consume(
      queue,
      processors.filter((processor) => processor.queue === queue),
    ),
  );
const works = () => worksAt("sla-checks");
const asks = () => {
  const asked = { commandId: aCommandId(), subject: "The door", body: "It jams." };
  return createTicket.execute(anna, createTicket.schema.parse(asked));
};
const shows = async (ticketId: string) =>
  (
    await db.write.rows<{ sla_state: string | null }>(
      sql`select sla_state from tickets where id = ${ticketId}`,
    )
  )[0]?.sla_state;
const unpublished = async () =>
  (await db.write.rows(sql`select id from outbox where published_at is null`)).length;

test("a question has its clocks as soon as a worker has heard of it", async () => {
  works();
  const { ticketId } = await asks();
  await expect.poll(() => shows(ticketId), patience).not.toBeNull();
});

test("clocks that a cleared store forgot are read all the same", async () => {
  const { ticketId } = await asks();
  await expect.poll(unpublished, patience).toBe(0);
  await valkey("queue").flushall();
  works();
  setClock(new Date(nowMs() + limits.republishAfterMs + 5_000));
  await republishUnrecorded();
  await expect.poll(() => shows(ticketId), patience).not.toBeNull();
});

test("what fell due while the store was cleared is told when somebody looks again", async () => {
  works();
  const { ticketId } = await asks();
  await expect.poll(() => shows(ticketId), patience).not.toBeNull();
  await valkey("queue").flushall();
  let laterMs = nowMs() + 30 * 24 * 3_600_000;
  const breached = async () => {
    // Each look is one of its own, as time goes on: what somebody held stays due for the next.
    laterMs += limits.slaSweepMs;
    setClock(new Date(laterMs));
    await askForDueClocks();
    return shows(ticketId);
  };
  await expect.poll(breached, patience).toBe("breached");
  const told = await db.write.rows(sql`
    select id from outbox where ticket_id = ${ticketId} and name = 'sla.breached'`);
  expect(told.length).toBeGreaterThan(0);
});

test("whoever has a ticket is told that its promise is broken, once for each clock, and why", async () => {
  works();
  worksAt("notifications");
  const mia = await aPerson({ role: "agent", name: "Mia" });
  const { ticketId } = await asks();
  const changes = { assigneeId: mia.id };
  const given = updateTicket.schema.parse({ commandId: aCommandId(), ticketId, changes });
  await updateTicket.execute(mia, given);
  await expect.poll(() => shows(ticketId), patience).not.toBeNull();
  let laterMs = nowMs() + 30 * 24 * 3_600_000;
  const told = async () => {
    laterMs += limits.slaSweepMs;
    setClock(new Date(laterMs));
    await askForDueClocks();
    return db.write.rows(sql`
      select reason, words from notifications where user_id = ${mia.id} and reason = 'breach'`);
  };
  await expect
    .poll(told, patience)
    .toEqual([{ reason: "breach", words: expect.stringContaining(", by the promise “") }]);
});

test("a run that reads clocks again goes on until it is at its end", async () => {
  works();
  await goOnRecomputing();
  const open = async () =>
    (await db.write.rows(sql`select id from sla_recomputes where ended_at is null`)).length;
  await expect.poll(open, patience).toBe(0);
});
