import { expect, test } from "vitest";
import { solveQueue } from "../queueing/solve";
import { consequencesOf, dollarsPerCpuMonth } from "./consequences";
import { type Replayed, replay, surgeTrace } from "./replay";
import { foundingPolicy } from "./subjects";

const server = { kind: "server", serviceMs: 20, dollarsMonth: 73 } as const;
const worker = { kind: "worker", jobsPerSecond: 10, dollarsMonth: 73 } as const;
const minute = (at: number, value: number, replicas: number): Replayed => ({
  at: at * 60,
  value,
  replicas,
  reason: "",
});
const steady = (value: number, replicas: number) =>
  Array.from({ length: 61 }, (_, at) => minute(at, value, replicas));

test("the wait at servers is the one that queueing solve gives for the same load", () => {
  const { waitMsP95, secondsBreached } = consequencesOf(steady(80, 4), server);
  const solved = solveQueue({
    model: "erlang-c",
    arrivalsPerSecond: 160,
    serviceSeconds: 0.02,
    servers: 4,
  });
  expect(waitMsP95).toBeCloseTo(
    (solved !== null && "waitSeconds" in solved ? (solved.waitSeconds.p95 ?? 0) : 0) * 1_000,
    6,
  );
  expect(secondsBreached).toBe(0);
});

test("servers that are used up make people wait without an end, for as long as it lasts", () => {
  const points = [...steady(100, 2)].map((point, at) =>
    at < 30 ? point : { ...point, value: 10 },
  );
  const found = consequencesOf(points, server);
  expect(found).toMatchObject({ saturationMax: 100, waitMsP95: null, secondsBreached: 1_800 });
});

test("a backlog waits for what its workers do, and nobody at all does nothing", () => {
  expect(consequencesOf(steady(100, 2), worker)).toMatchObject({
    saturationMax: 50,
    waitMsP95: 5_000,
    secondsBreached: 0,
  });
  expect(consequencesOf(steady(101, 2), worker).secondsBreached).toBe(3_600);
  expect(consequencesOf(steady(1, 0), worker)).toMatchObject({ waitMsP95: null, dollars: 0 });
  expect(consequencesOf(steady(0, 0), worker)).toMatchObject({ waitMsP95: 0, secondsBreached: 0 });
});

test("an instance for a month costs its month, a gap costs nothing, and no sample comes to nothing", () => {
  // 730 hours are a month: two of them for an hour are 2/730 of it each.
  expect(consequencesOf(steady(10, 2), server).dollars).toBeCloseTo(0.2, 10);
  expect(consequencesOf([minute(0, 10, 2), minute(600, 10, 2)], server).dollars).toBe(0);
  expect(consequencesOf([], server)).toEqual({
    saturationMax: 0,
    waitMsP95: 0,
    secondsBreached: 0,
    dollars: 0,
  });
  expect(dollarsPerCpuMonth()).toBeCloseTo(200 / 12, 10);
});

test("more servers sooner cost more and make people wait less: the two are seen side by side", () => {
  const policy = foundingPolicy("web");
  const eager = { ...policy, scaleUp: { ...policy.scaleUp, forSeconds: 0, cooldownSeconds: 30 } };
  const trace = surgeTrace({ usual: 80, peak: 500, minutesRising: 10, minutesAtPeak: 30 }, true);
  const [slow, fast] = [policy, eager].map((each) =>
    consequencesOf(replay(each, trace, 2).points, server),
  );
  expect(fast?.dollars).toBeGreaterThan(slow?.dollars ?? 0);
  expect(fast?.secondsBreached).toBeLessThan(slow?.secondsBreached ?? 0);
});
