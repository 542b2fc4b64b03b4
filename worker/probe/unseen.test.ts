import type { Worker } from "bullmq";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTicket, forgetProbes } from "@/modules/conversations";
import { probePerson } from "@/modules/identity";
import { type Actor, systemActor } from "@/platform/auth/actor";
import { nowMs, setClock } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { closeQueues, consume, depthOf, queueNames } from "@/platform/queues";
import { aCommandId, anOrganization, aPerson } from "@/testing/builders";
import { callAs, callInputs, queryNames } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { isLongRun } from "@/testing/long";
import { aScene, type Scene } from "@/testing/scene";
import { processors } from "../processors";
import { startRelay } from "../relay";
import { countLatestArrivals } from "../upkeep/arrivals";
import { releaseOverdue } from "../upkeep/held-replies";
import { askForWeather } from "../upkeep/weather";
import { probeWords } from "./journey";

const hourMs = 3_600_000;
const patience = { timeout: 240_000, interval: 100 };

/** What the machines say of themselves, and what is new with every look. */
const ofMachines = new Set([
  "capacity.queues",
  "capacity.failedJobs",
  "capacity.scalingTrace",
  // What each view costs the database, with its plan.
  "capacity.viewCosts",
  // Kept in a cache, past whose end the articles of this test's own making show.
  "knowledge.home",
  "knowledge.category",
  "knowledge.page",
]);
/** How far back a search came within its time is the machine's; which tickets it found is not. */
const moving = /^(asOf|position|atMs|epoch|now|lookedBackTo|next)$/;

/** Beside the calls of the matrix: who looks for a probe by its own words. */
const searches = [
  ["search.tickets", { text: "…" }],
  ["search.tickets", { text: "probe" }],
  ["search.suggest", { text: "probe" }],
  ["search.suggest", { text: "synthetic" }],
  ["search.values", { field: "requester", typed: "synth" }],
  ["tickets.similar", { subject: "Probe" }],
] as const;

/** Where traces of a ticket would lie that somebody would be told of, or that is counted. */
const tables = [
  "sla_clocks",
  "notifications",
  "notification_letters",
  "outgoing_mails",
  "webhook_deliveries",
  "satisfaction_ratings",
  "ticket_followers",
  "ticket_mails",
] as const;

const withoutTimes = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer ?? null, (key, value) => (moving.test(key) ? null : value)));

async function said(name: string, actor: Actor, input: unknown): Promise<unknown> {
  try {
    return withoutTimes(await callAs(name, actor, input));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Everything that anybody can read, by who reads it, and what lies in the tables behind. */
async function everything(readers: readonly Actor[], inputs: ReadonlyMap<string, unknown>) {
  const seen: Record<string, unknown> = {};
  for (const reader of readers) {
    for (const [name, input] of inputs)
      seen[`${reader.role} ${name}`] = await said(name, reader, input);
    for (const [name, input] of searches)
      seen[`${reader.role} ${name} ${JSON.stringify(input)}`] = await said(name, reader, input);
  }
  for (const table of tables) {
    const [row] = await db.write.rows<{ rows: number }>(sql`
      select count(*)::int as rows from ${raw(table)}`);
    seen[`rows of ${table}`] = row?.rows;
  }
  return seen;
}

async function inputsFor(scene: Scene): Promise<Map<string, unknown>> {
  const inputs = new Map<string, unknown>();
  for (const name of queryNames)
    if (!ofMachines.has(name)) inputs.set(name, await callInputs[name]?.(scene));
  return inputs;
}

/** What was asked has been published, and every job that follows from it is done. */
async function settled(): Promise<void> {
  const open = async () => {
    const unpublished = await db.write.rows(sql`
      select from outbox where published_at is null limit 1`);
    const depths = await Promise.all(queueNames.map(depthOf));
    return (
      unpublished.length + depths.reduce((sum, { waiting, active }) => sum + waiting + active, 0)
    );
  };
  await expect.poll(open, patience).toBe(0);
}

async function probesAsk(count: number): Promise<void> {
  const probe = await probePerson();
  const ask = () =>
    createTicket.execute(
      probe,
      createTicket.schema.parse({ commandId: aCommandId(), ...probeWords }),
    );
  for (let at = 0; at < count; at += 1) await ask();
}

/** Lets probes ask while everything works, and compares all that can be read before and after. */
async function expectUnseen(count: number): Promise<void> {
  const startMs = nowMs();
  const laterMs = startMs + 3 * hourMs;
  const relay = startRelay();
  const workers: Worker[] = queueNames.map((name) =>
    consume(
      name,
      processors.filter((processor) => processor.queue === name),
    ),
  );
  const look = async (readers: readonly Actor[], inputs: ReadonlyMap<string, unknown>) => {
    setClock(new Date(laterMs));
    // What the scene holds back goes out before the first look, and not while probes ask.
    await releaseOverdue();
    await countLatestArrivals();
    await askForWeather();
    await settled();
    return everything(readers, inputs);
  };
  try {
    const requester = await aPerson({ name: "Anna", organizationId: await anOrganization() });
    const readers = [
      await aPerson({ role: "admin", name: "Ada" }),
      await aPerson({ role: "agent", name: "Mia" }),
      requester,
    ];
    // The probe is known before, as it is after the first minute of an installation.
    await probePerson();
    const inputs = await inputsFor(await aScene(requester));
    await settled();
    const before = await look(readers, inputs);
    setClock(new Date(startMs + 60_000));
    await probesAsk(count);
    await settled();
    const after = await look(readers, inputs);
    const differing = Object.keys(before).filter(
      (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
    );
    expect(differing.map((key) => ({ key, before: before[key], after: after[key] }))).toEqual([]);
    expect(Object.keys(before).length).toBeGreaterThan(100);
    const [asked] = await db.write.rows<{ tickets: number; lowest: number }>(sql`
      select count(*)::int as tickets, max(number)::int as lowest from tickets
      where subject = 'Probe' and synthetic`);
    expect(asked).toEqual({ tickets: count, lowest: -1 });
  } finally {
    setClock(null);
    await relay.close();
    await Promise.all(workers.map((worker) => worker.close()));
    await closeQueues();
  }
}

const probes = isLongRun ? 1_000 : 30;

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());

test("what probes ask changes nothing that anybody can read, is told of, or is counted", async () => {
  await expectUnseen(probes);
}, 900_000);

test("after an hour a probe's ticket is gone with all that it left, and real ones stay", async () => {
  const counted = async () =>
    (
      await db.write.rows<{ probes: number; real: number; messages: number }>(sql`
        select (count(*) filter (where synthetic))::int as probes,
          (count(*) filter (where not synthetic))::int as real,
          (select count(*)::int from ticket_messages where ticket_id in (
            select id from tickets where synthetic)) as messages
        from tickets`)
    )[0];
  const before = await counted();
  expect(before).toMatchObject({ probes, messages: probes });
  const forget = () => forgetProbes.execute(systemActor, { commandId: aCommandId() });
  expect(await forget()).toEqual({ forgotten: 0 });
  setClock(new Date(nowMs() + limits.probeTicketKeepMs + 120_000));
  let forgotten = 0;
  const forgetAll = async () => {
    forgotten += (await forget()).forgotten;
    return forgotten;
  };
  await expect.poll(forgetAll).toBe(probes);
  setClock(null);
  expect(await counted()).toEqual({ ...before, probes: 0, messages: 0 });
});
