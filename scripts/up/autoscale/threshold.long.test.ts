import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { machineScaling } from "@/modules/capacity";
import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { closeQueues } from "@/platform/queues";
import { aCommandId, aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { bundleEntries } from "../../build/bundles";
import { type Stack, startStack } from "../../start/stack";
import type { Place } from "../../start/topology";
import { freePort } from "../../system/ports";
import { root } from "../../system/root";
import { superviseScaling } from "./supervisor";

/** What is bundled finds its packages only below the house. */
const bundleDir = join(root, ".data", `threshold-${process.pid}`);
const dataDir = mkdtempSync(join(tmpdir(), "threshold-"));
/** Figures are written every ten seconds and looked at every half minute, on any machine. */
const seen = { timeout: 240_000, interval: 250 };
const waitingAbove = 10;
const lanesCount = 4;
const ticketsEach = 35;
let services: TestServices;
let stack: Stack;
let ada: Actor;
let mia: Actor;

beforeAll(async () => {
  services = await testServices();
  await bundleEntries({ worker: "worker/main.ts" }, bundleDir);
  const { DATABASE_URL = "", VALKEY_URL = "", VALKEY_PREFIX = "" } = process.env;
  stack = await startStack({
    dataDir,
    variables: { DATABASE_URL, VALKEY_URL, VALKEY_PREFIX },
    webs: 0,
    realtimes: 0,
    workers: 2,
    prepare: async () => ({ distDir: ".next", bundleDir: relative(root, bundleDir) }),
  });
  ada = await aPerson({ role: "admin" });
  mia = await aPerson({ role: "agent" });
});
afterAll(async () => {
  await stack.stop();
  await closeQueues();
  await services.close();
  rmSync(bundleDir, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
});

const call = (actor: Actor, name: string, input?: object) =>
  callAs(name, actor, input === undefined ? undefined : { commandId: aCommandId(), ...input });

/** The rules of a day in the times of a test: all of them are settings. */
async function shorten(): Promise<void> {
  const about = { seenVersion: 0, reason: "Minutes instead of an afternoon" };
  await call(ada, "capacity.setFigures", {
    ...about,
    figure: "indicators",
    set: { "queueDepth.warningAbove": waitingAbove },
  });
  await call(ada, "capacity.setFigures", {
    ...about,
    figure: "incidents",
    set: { "incident.raiseAfterLooks": 1, "incident.endAfterLooks": 1 },
  });
  const policy = {
    metric: "waiting",
    min: 2,
    max: 5,
    scaleUp: { above: waitingAbove, forSeconds: 1, cooldownSeconds: 5 },
    scaleDown: { below: 5, forSeconds: 30, cooldownSeconds: 5 },
  };
  await call(ada, "capacity.setScalingPolicy", { ...about, subject: "sla-checks", policy });
}

async function lanes(): Promise<string[]> {
  const people: string[] = [];
  for (let lane = 0; lane < lanesCount; lane++) {
    const customer = await aPerson({ role: "customer" });
    people.push(customer.id);
    for (let each = 0; each < ticketsEach; each++)
      await call(customer, "tickets.create", { subject: "Frost", body: "It is cold in here." });
  }
  return people;
}

/** Everything that one customer asked is changed by the agent who chose it all. */
async function changeAllOf(requesterId: string, priority: string): Promise<void> {
  const rows = await db.write.rows<{ id: string; updated_at: Date }>(sql`
    select id, updated_at from tickets where requester_id = ${requesterId} order by id limit 50`);
  const tickets = rows.map(({ id, updated_at }) => ({
    ticketId: id,
    updatedAt: updated_at.toISOString(),
  }));
  await call(mia, "bulk.changeSome", { deed: { kind: "priority", priority }, tickets });
}

/** After each change all the promises of a ticket are looked at; their queue does a hundred a second. */
function startLoad(people: readonly string[]): { stop(): Promise<void> } {
  let round = 0;
  let running: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    if (running !== null) return;
    const priority = round++ % 2 === 0 ? "high" : "low";
    running = Promise.all(people.map((id) => changeAllOf(id, priority))).finally(() => {
      running = null;
    });
  }, 1_000);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

const tilesSchema = z.object({
  tiles: z.array(
    z.object({ indicator: z.string(), level: z.string(), worst: z.string().nullable() }),
  ),
});
const incidentsSchema = z.object({
  incidents: z.array(z.object({ title: z.string(), says: z.string() })),
});
const decisionsSchema = z.object({
  decisions: z.array(z.object({ subject: z.string(), kind: z.string(), reason: z.string() })),
});
const queueDepth = async () =>
  tilesSchema
    .parse(await call(ada, "capacity.overview"))
    .tiles.find(({ indicator }) => indicator === "queueDepth");
const incidents = async (which: "open" | "past") =>
  incidentsSchema
    .parse(await callAs("capacity.incidents", ada, { which }))
    .incidents.filter(({ title }) => title === "Queue depth is high");
const steps = async () =>
  decisionsSchema
    .parse(await call(ada, "capacity.scalingDecisions"))
    .decisions.filter(({ kind, subject }) => kind === "step" && subject === "sla-checks")
    .map(({ reason }) => reason);

test("a real load turns the tile, opens an incident and brings a worker; calm ends it all", async () => {
  await shorten();
  const people = await lanes();
  const first = stack.workers.map(({ kind, name, port }): Place => ({ kind, name, port }));
  const port = await freePort();
  const third: Place = { kind: "worker", name: "worker-3", port };
  const places = [...first, { ...third, env: { WORKER_QUEUES: "sla-checks" } }];
  const load = startLoad(people);
  const supervision = superviseScaling({
    stack,
    groups: [{ name: "worker", subject: "sla-checks", kind: "worker", coresEach: 1, places }],
    cores: places.length,
    decide: machineScaling(),
    everyMs: 1_000,
    report: () => undefined,
    onChange: () => undefined,
  });
  try {
    await expect
      .poll(steps, seen)
      .toContainEqual(
        expect.stringMatching(/^waiting \d+ above 10 for [\d.]+ s, cooldown over: 2 to 3$/),
      );
    await expect.poll(() => stack.workers.length, seen).toBe(3);
    await expect.poll(queueDepth, seen).toMatchObject({ level: "warning", worst: "sla-checks" });
    await load.stop();
    // What it says is of the moment at which it opened: of telling who asked, or of promises.
    await expect
      .poll(() => incidents("open"), seen)
      .toMatchObject([{ says: expect.stringContaining("warning above 10 jobs") }]);

    await expect.poll(() => stack.workers.length, seen).toBe(2);
    expect(await steps()).toContainEqual(
      expect.stringMatching(/^waiting \d+ below 5 for [\d.]+ s, cooldown over: 3 to 2$/),
    );
    await expect.poll(() => incidents("past"), seen).toHaveLength(1);
    expect(await queueDepth()).toMatchObject({ level: "fine" });
  } finally {
    await load.stop();
    supervision.close();
  }
}, 600_000);
