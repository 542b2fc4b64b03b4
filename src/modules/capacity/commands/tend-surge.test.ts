import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/platform/auth/actor";
import { setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { type StoredSample, writeSamples } from "@/platform/measuring";
import { forgetShared } from "@/platform/process";
import { readSurge, sheds, surgeLevel } from "@/platform/surge";
import { aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { surge } from "../queries/surge";
import { tendSurge } from "./tend-surge";

let services: TestServices;
let ada: Actor;
beforeAll(async () => {
  services = await testServices();
  ada = await aPerson({ role: "admin", name: "Ada" });
});
afterEach(async () => {
  setClock(null);
  forgetShared("surge");
  await db.write.rows(sql`delete from surge_changes`);
  await db.write.rows(sql`
    update surge_state set level = 0, hot_since = null, calm_since = null, at = '2000-01-01'`);
});
afterAll(() => services.close());

let atMs = Date.parse("2026-11-26T12:00:00Z");
const late = (delayMs: number): StoredSample => ({
  name: "insightdesk_event_loop_delay_ms",
  labels: "",
  kind: "gauge",
  count: 1,
  sum: delayMs,
  highest: delayMs,
  buckets: [],
  atMs,
  processId: "web",
  processKind: "web",
});
async function passes(seconds: number, delayMs: number): Promise<void> {
  for (let step = 0; step < seconds; step += 10) {
    atMs += 10_000;
    setClock(new Date(atMs));
    await writeSamples(10, [late(delayMs)]);
    await Promise.all([tendSurge(), tendSurge()]);
    await readSurge();
  }
}

test("overload sheds in the declared order, keeps replies, and all comes back by itself", async () => {
  await passes(10, 900);
  expect(surgeLevel()).toBe(0);
  await passes(20, 900);
  expect([sheds("digests"), sheds("searchDepth"), sheds("counts")]).toEqual([true, true, false]);
  await passes(30, 900);
  expect(sheds("counts")).toBe(true);
  const counts = JSON.stringify(await callAs("views.counts", ada, undefined));
  expect(counts).toContain('"surge":2');
  expect(counts).toContain("resting");
  await passes(240, 5);
  expect(surgeLevel()).toBe(0);
  expect(JSON.stringify(await callAs("views.counts", ada, undefined))).toContain('"surge":0');
  const { changes } = await surge();
  expect(changes.map(({ level, by }) => [level, by])).toEqual([
    [0, null],
    [1, null],
    [2, null],
    [1, null],
  ]);
});

test("somebody tries it for a while: who, why, until when; then it goes back by itself", async () => {
  atMs += 3_600_000;
  setClock(new Date(atMs));
  await callAs("capacity.switchSurge", ada, { level: 2, minutes: 1, reason: "The newsletter" });
  await readSurge();
  expect(surgeLevel()).toBe(2);
  expect((await surge()).hand).toMatchObject({ by: "Ada", says: "The newsletter", level: 2 });
  await passes(80, 5);
  expect(surgeLevel()).toBe(0);
  expect((await surge()).hand).toBeNull();
});

test("what somebody chose can be ended before its time, and off stays off under load", async () => {
  atMs += 3_600_000;
  setClock(new Date(atMs));
  await callAs("capacity.switchSurge", ada, { level: 0, minutes: 15, reason: "A load test" });
  await passes(60, 900);
  expect(surgeLevel()).toBe(0);
  await callAs("capacity.switchSurge", ada, { level: null, reason: "The test is over" });
  await readSurge();
  expect(surgeLevel()).toBe(2);
});
