import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db, sql } from "@/platform/database";
import { type StoredSample, writeSamples } from "@/platform/measuring";
import { durationMsEdges } from "@/platform/telemetry";
import { type TestServices, testServices } from "@/testing/database";
import { whatBurned } from "./burned";
import { objectiveReports } from "./objectives";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());

const nowMs = Date.parse("2026-11-26T12:34:40Z");
const hourMs = 3_600_000;
vi.setSystemTime(nowMs);

/** So many answers that took just under an edge. */
function answers(atMs: number, operation: string, edgeMs: number, count: number, outcome = "ok") {
  const buckets = [...durationMsEdges, null].map((edge) => (edge === edgeMs ? count : 0));
  return {
    name: "insightdesk_response_ms",
    labels: `operation=${operation},outcome=${outcome}`,
    kind: "histogram",
    count,
    sum: 0,
    highest: 0,
    buckets,
    atMs,
    processId: "web",
    processKind: "web",
  } satisfies StoredSample;
}

test("each event counts once, in hours or in minutes, and is good as its objective says", async () => {
  const wholeHour = Math.floor(nowMs / hourMs - 10) * hourMs;
  await writeSamples(3_600, [
    answers(wholeHour, "tickets.list", 300, 900),
    answers(wholeHour, "tickets.get", 400, 100),
    answers(nowMs - hourMs, "tickets.list", 50, 500_000),
  ]);
  await writeSamples(60, [
    answers(nowMs - 60_000, "tickets.list", 20, 990),
    answers(nowMs - 60_000, "tickets.create", 20, 10, "failed"),
    answers(wholeHour, "tickets.list", 20, 500_000),
  ]);
  const { objectives } = await objectiveReports();
  const of = (name: string) => objectives.find((each) => each.name === name);
  expect(of("apiP95")).toMatchObject({ total: 2_000, good: 1_900 });
  expect(of("apiP99")).toMatchObject({ total: 2_000, good: 2_000 });
  expect(of("errorRate")).toMatchObject({ total: 2_000, good: 1_990 });
  expect(of("availability")).toMatchObject({ total: 0, achieved: null });
  expect(objectives[0]?.name).toBe("errorRate");
});

test("what burned a budget is named, without what became of it", async () => {
  const { burned } = await whatBurned("apiP95");
  expect(burned.operations).toEqual([{ what: "tickets.get", bad: 100, total: 100 }]);
  expect(burned.servers).toEqual([]);
});

test("servers and versions that burned it are told apart, also where one server had two", async () => {
  const build = (atMs: number, processId: string, version: string): StoredSample => ({
    name: "insightdesk_build_info",
    labels: `version=${version}`,
    kind: "gauge",
    count: 6,
    sum: 6,
    highest: 1,
    buckets: [],
    atMs,
    processId,
    processKind: "web",
  });
  await db.write.rows(sql`delete from metric_samples`);
  const [before, after] = [nowMs - 7_200_000, nowMs - 120_000];
  const slow = (atMs: number, processId: string, count: number) => ({
    ...answers(atMs, "tickets.get", 400, count),
    processId,
  });
  await writeSamples(60, [
    slow(before, "web-1", 5),
    build(before, "web-1", "1.0"),
    slow(after, "web-1", 30),
    build(after, "web-1", "1.1"),
    slow(after, "web-2", 7),
  ]);
  const { burned } = await whatBurned("apiP95");
  // No hour of theirs is whole yet: what burns now is named at once, by its operation too.
  expect(burned.operations).toEqual([{ what: "tickets.get", bad: 42, total: 42 }]);
  expect(burned.servers).toEqual([
    { what: "web web-1", bad: 35, total: 35 },
    { what: "web web-2", bad: 7, total: 7 },
  ]);
  expect(burned.versions).toEqual([
    { what: "1.1", bad: 30, total: 30 },
    { what: "unknown", bad: 7, total: 7 },
    { what: "1.0", bad: 5, total: 5 },
  ]);
});
