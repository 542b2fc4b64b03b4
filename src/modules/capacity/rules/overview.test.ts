import { expect, test } from "vitest";
import { tilesOf } from "./overview";
import { type Measure, measureNames } from "./readings";

const edges = [50, 100, 200, 300, 500];
const nowMs = Date.parse("2026-11-26T12:00:30Z");
const noonMs = Date.parse("2026-11-26T12:00:00Z");

const measure = (part: Partial<Measure> & Pick<Measure, "name" | "atMs">): Measure => ({
  labels: {},
  processId: "web-1",
  processKind: "web",
  count: 1,
  sum: 0,
  highest: 0,
  buckets: [],
  ...part,
});
const cpu = (minutesAgo: number, share: number, processId = "web-1") =>
  measure({ name: measureNames.cpu, atMs: noonMs - minutesAgo * 60_000, sum: share, processId });
const answers = (atMs: number, buckets: number[], outcome = "ok") =>
  measure({
    name: measureNames.response,
    atMs,
    labels: { operation: "tickets.list", outcome },
    count: buckets.reduce((sum, each) => sum + each, 0),
    buckets,
  });
const tile = (tiles: ReturnType<typeof tilesOf>, name: string) =>
  tiles.find(({ indicator }) => indicator === name);

test("the worst process is shown, and since when it is that bad", () => {
  const minutes = [cpu(4, 0.4), cpu(3, 0.72), cpu(2, 0.8), cpu(1, 0.75), cpu(1, 0.2, "web-2")];
  const latest = [cpu(0, 0.78), cpu(0, 0.3, "web-2")];
  expect(tile(tilesOf(latest, minutes, edges, nowMs), "cpu")).toMatchObject({
    value: 78,
    level: "warning",
    worst: "web web-1",
    sinceMs: noonMs - 3 * 60_000,
  });
});

test("each component stands by itself with its own level, the highest first, and no more than can be read", () => {
  const many = Array.from({ length: 22 }, (_, at) => cpu(0, 0.3, `web-${at + 10}`));
  const found = tile(
    tilesOf([...many, cpu(0, 0.9, "web-2"), cpu(0, 0.78)], [], edges, nowMs),
    "cpu",
  );
  expect(found?.components.slice(0, 3)).toEqual([
    { component: "web web-2", value: 90, level: "critical" },
    { component: "web web-1", value: 78, level: "warning" },
    { component: "web web-10", value: 30, level: "fine" },
  ]);
  expect([found?.components.length, found?.more]).toEqual([20, 4]);
});

test("nothing measured is unknown since it stopped, never zero", () => {
  const found = tile(tilesOf([], [cpu(9, 0.4), cpu(8, 0.4)], edges, nowMs), "cpu");
  expect(found).toMatchObject({ value: null, level: "unknown", sinceMs: noonMs - 7 * 60_000 });
  expect(found?.line.at(-1)).toEqual({ atMs: noonMs, value: null });
});

test("an outage in the middle of the hour is a gap in the line, and what came after it counts", () => {
  const found = tile(tilesOf([cpu(0, 0.5)], [cpu(5, 0.4), cpu(1, 0.5)], edges, nowMs), "cpu");
  expect(found?.value).toBe(50);
  expect(found?.line.slice(-6).map(({ value }) => value)).toEqual([40, null, null, null, 50, null]);
});

test("what was never measured before began now", () => {
  expect(tile(tilesOf([cpu(0, 0.2)], [], edges, nowMs), "cpu")?.sinceMs).toBe(nowMs);
});

test("a threshold itself is still fine; above it is not", () => {
  const at = (share: number) => tile(tilesOf([cpu(0, share)], [], edges, nowMs), "cpu")?.level;
  expect([at(0.7), at(0.71), at(0.85), at(0.86)]).toEqual([
    "fine",
    "warning",
    "warning",
    "critical",
  ]);
});

test("refusals are answers; only failures count as errors", () => {
  const latest = [answers(noonMs, [990, 0]), answers(noonMs, [10, 0], "failed")];
  expect(tile(tilesOf(latest, [], edges, nowMs), "errorRate")).toMatchObject({
    value: 1,
    level: "warning",
  });
});

test("the response time is of all processes together", () => {
  const latest = [
    answers(noonMs, [50, 0, 0, 0, 0, 0]),
    { ...answers(noonMs, [0, 0, 0, 0, 50, 0]), processId: "web-2" },
  ];
  const found = tile(tilesOf(latest, [], edges, nowMs), "responseMsP95");
  expect(found?.value).toBeGreaterThan(300);
  expect(found?.level).toBe("warning");
});

test("a queue is as full as it was at its fullest", () => {
  const latest = [900, 1_200].map((highest) =>
    measure({
      name: measureNames.queue,
      atMs: noonMs,
      labels: { queue: "notifications", state: "waiting" },
      highest,
    }),
  );
  expect(tile(tilesOf(latest, [], edges, nowMs), "queueDepth")).toMatchObject({
    value: 1_200,
    level: "warning",
    worst: "notifications",
  });
});

test("a pool that is full for one moment is not a pool that is full", () => {
  const latest = [0.1, 0.2, 1, 0.1].map((share) =>
    measure({
      name: measureNames.pool,
      atMs: noonMs,
      labels: { pool: "primary" },
      sum: share,
      highest: share,
    }),
  );
  const found = tile(tilesOf(latest, [], edges, nowMs), "connectionPool");
  expect(found?.value).toBeCloseTo(35);
  expect(found?.level).toBe("fine");
});
