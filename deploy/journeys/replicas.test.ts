import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Actor } from "@/platform/auth/actor";
import { closePools, db, observeStatements, pools, sql } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { lastPosition, placeEvents } from "@/platform/outbox";
import { forgetShared, withRequestContext } from "@/platform/process";
import { registry } from "@/platform/telemetry";
import { valkey } from "@/platform/valkey";
import { aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { openContext } from "@/trpc/context";
import {
  fastAndForgetful,
  type RunningPostgres,
  startPostgres,
} from "../../scripts/services/postgres";
import { type RunningReplica, startReplica } from "../../scripts/services/postgres-replica";

const folder = mkdtempSync(join(tmpdir(), "replicas-"));
const patience = { timeout: 45_000, interval: 20 };
let primary: RunningPostgres;
let replicas: RunningReplica[] = [];
let services: TestServices;
let anna: Actor;
let mia: Actor;

beforeAll(async () => {
  const settings = { ...fastAndForgetful, wal_keep_size: "512MB", wal_level: "replica" };
  primary = await startPostgres({ dataDir: join(folder, "primary"), settings });
  vi.stubEnv("TEST_POSTGRES_ADMIN_URL", primary.adminUrl);
  services = await testServices();
  replicas = await Promise.all(
    ["one", "two"].map((name) => startReplica(primary, join(folder, name))),
  );
  await closePools();
  const urls = replicas.map((replica) => replica.at(services.databaseUrl));
  vi.stubEnv("DATABASE_REPLICA_URL", urls.join(","));
  forgetEnv();
  forgetShared("database-pools");
  anna = await aPerson({ name: "Anna" });
  mia = await aPerson({ role: "agent", name: "Mia" });
  await bothUsed();
}, 120_000);
afterAll(async () => {
  await services.close();
  for (const replica of replicas) await replica.stop();
  await primary.stop();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(async () => {
  await Promise.all(replicas.map((replica) => replica.resume()));
  await bothUsed();
});

const bothUsed = () => vi.waitFor(() => expect(used()).toEqual([true, true]), patience);
const used = () => pools().watch?.replicas.map(({ isUsable }) => isUsable);

/** Which servers answered the readings of a call. */
async function answeredBy(work: () => Promise<unknown>): Promise<Set<string>> {
  const { statements } = await observeStatements(work);
  const reads = statements.filter(({ text }) => !text.includes("pg_is_in_recovery"));
  return new Set(reads.map(({ on }) => on));
}

const asks = (subject = "The door") =>
  callAs("tickets.create", anna, { subject, body: "It jams." });
const numberOf = (answer: unknown) => Number(Object(answer).number);
const lists = () => callAs("tickets.list", mia, { filter: "status:open" });
const titles = (answer: unknown): string[] =>
  Object(answer).rows.map((row: unknown) => String(Object(row).subject));

test("reads spread over the replicas, changes go to the primary", async () => {
  const servers: string[] = [];
  for (let each = 0; each < 6; each += 1) servers.push(...(await answeredBy(lists)));
  expect(new Set(servers)).toEqual(new Set(["replica-1", "replica-2"]));
  expect((await answeredBy(() => asks())).has("replica-1")).toBe(false);
});

test("a person reads their own writes, while replay stands still, and from the primary", async () => {
  await Promise.all(replicas.map((replica) => replica.pause()));
  const created = await asks("Paused");
  // The replicas are still in use here: they are behind by this one change.
  const reads = () => callAs("requests.get", anna, { number: numberOf(created) });
  const servers = await answeredBy(async () =>
    expect(await reads()).toMatchObject({ row: { subject: "Paused" } }),
  );
  expect(servers).toEqual(new Set(["primary"]));
});

test("what a person wrote at one process they read at another: it is kept with the sessions", async () => {
  await Promise.all(replicas.map((replica) => replica.pause()));
  const created = await asks("Elsewhere");
  const keys = await valkey("session").keys("*session:wrote:*");
  expect(keys.some((key) => key.endsWith(anna.id))).toBe(true);
  expect(await valkey("session").pttl(keys[0] ?? "")).toBeLessThanOrEqual(10_000);
  expect(await callAs("requests.get", anna, { number: numberOf(created) })).toBeDefined();
});

test("others may read a moment late, and one replica that has it is enough", async () => {
  await replicas[0]?.pause();
  const created = await asks("Half way");
  const reads = () => callAs("requests.get", anna, { number: numberOf(created) });
  await expect.poll(async () => [...(await answeredBy(reads))], patience).toEqual(["replica-2"]);
});

test("a screen that has seen an event is never shown less", async () => {
  await Promise.all(replicas.map((replica) => replica.pause()));
  await asks("Seen");
  while ((await placeEvents()) > 0);
  const { last } = await lastPosition();
  const facts = {
    method: "GET",
    operation: "test",
    header: (name: string) => (name === "x-at-least" ? String(last) : undefined),
    address: "10.0.0.1",
  };
  const context = openContext(facts, async () => mia);
  const read = () => db.read.rows<{ subject: string }>(sql`select subject from tickets`);
  const servers = await answeredBy(() =>
    withRequestContext(context, async () => {
      expect((await read()).map(({ subject }) => subject)).toContain("Seen");
    }),
  );
  context.close();
  expect(servers).toEqual(new Set(["primary"]));
});

test("a list's asOf is the place of its own snapshot, on a replica that stands still", async () => {
  await replicas[1]?.pause();
  await asks("Later");
  while ((await placeEvents()) > 0);
  const after = await lastPosition();
  for (let each = 0; each < 6; each += 1) {
    const answer = await lists();
    const asOf = Number(Object(answer).asOf);
    expect(titles(answer).includes("Later"), `as of ${asOf}`).toBe(asOf >= after.last);
  }
});

// That it is within a second follows from the limits: see their relations.
test("a replica that lags is measured, left out, and comes back by itself", async () => {
  await replicas[0]?.pause();
  await asks("Lagging");
  await expect.poll(used, patience).toEqual([false, true]);
  expect(await registry().metrics()).toMatch(/insightdesk_replica_used{replica="replica-1"} 0/);
  const lagMs = () => pools().watch?.replicas[0]?.lagMs ?? 0;
  await expect.poll(lagMs, patience).toBeGreaterThan(700);
  for (let each = 0; each < 4; each += 1)
    expect(await answeredBy(lists)).toEqual(new Set(["replica-2"]));
  await replicas[0]?.resume();
  await expect.poll(used, patience).toEqual([true, true]);
});

test("a replica that dies costs nobody an answer, is left out, and comes back by itself", async () => {
  await replicas[1]?.kill();
  for (let each = 0; each < 8; each += 1) expect(titles(await lists()).length).toBeGreaterThan(0);
  await expect.poll(used, patience).toEqual([true, false]);
  expect(await answeredBy(lists)).toEqual(new Set(["replica-1"]));
  await replicas[1]?.start();
  await expect.poll(used, patience).toEqual([true, true]);
});

test("with none left the primary serves", async () => {
  await Promise.all(replicas.map((replica) => replica.kill()));
  await expect.poll(used, patience).toEqual([false, false]);
  expect(await answeredBy(lists)).toEqual(new Set(["primary"]));
  await Promise.all(replicas.map((replica) => replica.start()));
});
