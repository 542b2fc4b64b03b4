import { expect, test } from "vitest";
import { type Scenario, scenarios } from "../scenarios/founding";
import { virtualClock } from "../testing/virtual-clock";
import { execute } from "./executors";
import { durationMs, lengthMs, scaleMinutes, visitorsAt } from "./schedule";

type Visit = { visitor: number; dueMs: number; startedMs: number };

/** Runs a scenario on a clock of its own; a visit lasts as long as `visitMs` says. */
async function course(scenario: Scenario, visitMs: (startedMs: number) => number) {
  const clock = virtualClock();
  const visits: Visit[] = [];
  let [atOnce, atOnceMax] = [0, 0];
  const run = async (visitor: number, dueMs: number) => {
    const startedMs = clock.nowMs();
    visits.push({ visitor, dueMs, startedMs });
    atOnce += 1;
    atOnceMax = Math.max(atOnceMax, atOnce);
    await clock.sleep(visitMs(startedMs));
    atOnce -= 1;
  };
  const executed = execute(scenario, run, clock);
  await clock.runUntilIdle();
  return { ...(await executed), visits, atOnceMax, endMs: clock.nowMs() };
}

test("five visitors for a minute come again and again, never six at once", async () => {
  const { visits, atOnceMax, endMs } = await course(scenarios.smoke, () => 2_000);
  expect(atOnceMax).toBe(5);
  expect(visits).toHaveLength(5 * 30);
  expect(endMs).toBe(60_000);
});

test("the load rises in a straight line, stays, and falls to nobody", async () => {
  const scaled = scaleMinutes(scenarios.load, 0.1);
  const { visits, visitorsMax, endMs } = await course(scaled, () => 500);
  expect(visitorsMax).toBe(100);
  expect(endMs).toBeGreaterThanOrEqual(lengthMs(scaled));
  const at = (second: number) =>
    visits.filter(({ startedMs }) => Math.floor(startedMs / 1_000) === second).length;
  expect(at(15) / at(29)).toBeCloseTo(0.5, 1);
  expect(at(60)).toBeGreaterThan(190);
  expect(at(119)).toBeLessThan(20);
});

test("a slow server meets fewer visits in the closed model, and every one of them in the open one", async () => {
  const slowAfterTen = (startedMs: number) => (startedMs < 10_000 ? 100 : 5_000);
  const closed: Scenario = { executor: "constant-vus", vus: 1, duration: "30s" };
  const open: Scenario = {
    executor: "constant-arrival-rate",
    rate: 60,
    timeUnit: "1m",
    duration: "30s",
    preAllocatedVUs: 1,
    maxVUs: 100,
  };
  expect((await course(closed, slowAfterTen)).visits).toHaveLength(104);
  const { visits, dropped } = await course(open, slowAfterTen);
  expect(visits.map(({ dueMs }) => dueMs)).toEqual(
    Array.from({ length: 30 }, (_, at) => at * 1_000),
  );
  expect(dropped).toBe(0);
});

test("what no visitor was free for is counted, not forgotten", async () => {
  const open: Scenario = {
    executor: "constant-arrival-rate",
    rate: 600,
    timeUnit: "1m",
    duration: "10s",
    preAllocatedVUs: 1,
    maxVUs: 5,
  };
  const { visits, dropped, atOnceMax } = await course(open, () => 1_000);
  expect(atOnceMax).toBe(5);
  expect(visits.length + dropped).toBe(100);
  expect(dropped).toBeGreaterThan(0);
});

test("durations are k6's, and what is none is refused", () => {
  expect(["5m", "1m30s", "250ms", "1h"].map(durationMs)).toEqual([300_000, 90_000, 250, 3_600_000]);
  for (const wrong of ["", "5", "m", "5m x"])
    expect(() => durationMs(wrong)).toThrow(/no duration/);
});

test("the stress goes through its stages as the founding document says", () => {
  const { startVUs, stages } = scenarios.stress;
  const at = (minutes: number) => visitorsAt(startVUs, stages, minutes * 60_000);
  expect([0, 1, 2, 7, 8, 9, 14, 15, 16].map(at)).toEqual([0, 100, 200, 200, 300, 400, 400, 200, 0]);
});
