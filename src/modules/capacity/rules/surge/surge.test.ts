import { expect, test } from "vitest";
import { askedBy, nextSurge, type Pressure, type SurgeState } from "./surge";

const calm: Pressure = { responseMsP95: 80, loopDelayMs: 12, poolShare: 0.2 };
const start: SurgeState = { level: 0, hotSinceMs: null, calmSinceMs: null };

/** How the level goes while the measures stand for some five-second steps each. */
function levels(
  course: readonly (readonly [count: number, pressure: Pressure | null])[],
): number[] {
  let state = start;
  let atMs = 0;
  return course.map(([count, pressure]) => {
    for (let step = 0; step < count; step += 1) {
      state = nextSurge(state, pressure === null ? null : askedBy(pressure), atMs);
      atMs += 5_000;
    }
    return state.level;
  });
}

test("each measure asks for surge mode by its own bound, and says so", () => {
  expect(askedBy(calm)?.level).toBe(0);
  expect(askedBy({ ...calm, responseMsP95: 301 })).toMatchObject({
    level: 1,
    says: "p95 of answers is 301 ms",
  });
  expect(askedBy({ ...calm, responseMsP95: 501 })?.level).toBe(2);
  expect(askedBy({ ...calm, loopDelayMs: 151 })?.level).toBe(1);
  expect(askedBy({ ...calm, poolShare: 0.96 })?.level).toBe(2);
  expect(askedBy({ responseMsP95: null, loopDelayMs: null, poolShare: null })).toBeNull();
});

test("it goes up a step at a time, and a moment of load brings nothing", () => {
  const hot = { ...calm, responseMsP95: 900 };
  expect(
    levels([
      [3, hot],
      [1, calm],
      [3, hot],
    ]),
  ).toEqual([0, 0, 0]);
  expect(
    levels([
      [4, hot],
      [3, hot],
      [1, hot],
    ]),
  ).toEqual([1, 1, 2]);
});

test("it recovers by itself, a step at a time, slower than it went up", () => {
  const hot = { ...calm, loopDelayMs: 900 };
  expect(
    levels([
      [8, hot],
      [12, calm],
      [1, calm],
      [13, calm],
    ]),
  ).toEqual([2, 2, 1, 0]);
});

test("when nothing is measured any more, it ends as if all were well", () => {
  expect(
    levels([
      [8, { ...calm, poolShare: 1 }],
      [26, null],
    ]),
  ).toEqual([2, 0]);
});
