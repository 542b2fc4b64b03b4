import { expect, test } from "vitest";
import { judgedAsFounded, thresholdsOf } from "@/modules/capacity";
import { thresholds } from "../scenarios/founding";
import { type Sample, whatBroke } from "./broke";
import { byOperation, judge, type Reading, slopePerHour } from "./statistics";

const readings = (times: readonly number[], given: Partial<Reading> = {}): Reading[] =>
  times.map((ms, at) => ({ operation: "tickets.list", startMs: at, ms, failed: false, ...given }));
const hundred = Array.from({ length: 100 }, (_, at) => at + 1);

test("percentiles are readings that were taken, operation by operation", () => {
  const [first, second] = byOperation([
    ...readings(hundred),
    ...readings([7], { operation: "tickets.get", failed: true }),
  ]);
  expect(first).toMatchObject({
    requests: 100,
    failed: 0,
    msP50: 50,
    msP95: 95,
    msP99: 99,
    msMax: 100,
  });
  expect(second).toMatchObject({ operation: "tickets.get", requests: 1, failed: 1, msP50: 7 });
});

test("what admins set is what a run of the load lab is judged by; as founded, that is the scenarios' own", () => {
  expect(thresholdsOf(judgedAsFounded)).toEqual(thresholds);
  const own = thresholdsOf({
    ...judgedAsFounded,
    objectives: { version: 2, set: { "apiP95.objective": 0.975, "apiP99.withinMs": 1_000 } },
    indicators: { version: 1, set: { "errorRate.criticalAbove": 0.7 } },
  });
  expect(own).toEqual({
    http_req_duration: ["p(97.5)<300", "p(99)<1000"],
    http_req_failed: ["rate<0.007"],
  });
  const at400 = judge(own, readings(Array(100).fill(400)));
  expect(at400.map(({ holds }) => holds)).toEqual([false, true, true]);
});

test("the founding thresholds hold below their bound and not at it", () => {
  const at = (ms: number) =>
    judge(thresholds, readings(Array(100).fill(ms))).map(({ holds }) => holds);
  expect(at(299)).toEqual([true, true, true]);
  expect(at(300)).toEqual([false, true, true]);
  const failed = [...readings(Array(99).fill(1)), ...readings([1], { failed: true })];
  expect(judge(thresholds, failed).at(-1)).toMatchObject({ value: 0.01, holds: false });
});

test("a run without a reading holds nothing", () => {
  expect(judge(thresholds, []).every(({ holds }) => !holds)).toBe(true);
});

test("a threshold that nobody knows is refused", () => {
  expect(() => judge({ http_req_waiting: ["p(95)<1"] }, readings([1]))).toThrow(/not known/);
});

const sample = (atMs: number, given: Partial<Sample> = {}): Sample => ({
  atMs,
  visitors: 1,
  cpu: { "web-1": 0.5 },
  rssMb: {},
  waitingJobs: 0,
  outboxMs: 0,
  ownDelayMs: 0,
  ...given,
});

test("what broke first comes first, each once, and the generator accuses itself", () => {
  const samples = [
    sample(10),
    sample(20, { cpu: { "web-1": 0.99, load: 1 } }),
    sample(30, { cpu: { "web-1": 0.98 }, outboxMs: 9_000 }),
    sample(40, { ownDelayMs: 400 }),
  ];
  const taken = [...readings([10], { startMs: 5 }), ...readings([900], { startMs: 35 })];
  const broke = whatBroke({ http_req_duration: ["p(95)<300"] }, taken, samples);
  expect(broke.map(({ atMs }) => atMs)).toEqual([20, 40, 40]);
  expect(broke.map(({ what }) => what.slice(0, 12))).toEqual([
    "web-1 used i",
    "http_req_dur",
    "the load gen",
  ]);
});

test("what grows by 2 a minute has a slope of 120 an hour, and what only swings has none", () => {
  const grows = [0, 1, 2, 3].map((minute) => ({ atMs: minute * 60_000, value: 500 + 2 * minute }));
  expect(slopePerHour(grows)).toBeCloseTo(120);
  const swings = [5, 9, 5, 9, 5].map((value, at) => ({ atMs: at * 1_000, value }));
  expect(slopePerHour(swings)).toBeCloseTo(0);
  expect(slopePerHour([])).toBe(0);
});
