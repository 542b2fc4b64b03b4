import { expect, test } from "vitest";
import { shownOf } from "./shown";
import { telling } from "./tellings";

const base = { startedAtMs: 1_000, endedAtMs: null, state: "running" as const, pastRisk: false };
const told = (riskToldAtMs: number | null, breachToldAtMs: number | null) => ({
  startedAtMs: 1_000,
  riskToldAtMs,
  breachToldAtMs,
});
const risky = { ...base, state: "at_risk" as const, pastRisk: true };
const late = { ...base, state: "breached" as const, pastRisk: true };

test("each threshold is told once, however often one looks", () => {
  expect(telling(base, undefined, 5)).toMatchObject({ threshold: null });
  expect(telling(risky, undefined, 5)).toMatchObject({ threshold: "risk", riskToldAtMs: 5 });
  expect(telling(risky, told(5, null), 6)).toMatchObject({ threshold: null, riskToldAtMs: 5 });
  expect(telling(late, told(5, null), 7)).toMatchObject({ threshold: "breach", breachToldAtMs: 7 });
  expect(telling(late, told(5, 7), 8)).toMatchObject({ threshold: null, breachToldAtMs: 7 });
});

test("a breach that nobody saw coming takes the risk with it", () => {
  expect(telling(late, undefined, 9)).toEqual({
    threshold: "breach",
    riskToldAtMs: 9,
    breachToldAtMs: 9,
  });
});

test("a clock that began anew, or that was given more time, is told of again", () => {
  expect(telling({ ...late, startedAtMs: 2_000 }, told(5, 7), 9)).toMatchObject({
    threshold: "breach",
  });
  const more = telling(base, told(5, 7), 9);
  expect(more).toEqual({ threshold: null, riskToldAtMs: null, breachToldAtMs: null });
});

test("pausing at risk and going on is not told twice", () => {
  const paused = telling({ ...risky, state: "paused" }, told(5, null), 6);
  expect(paused).toMatchObject({ threshold: null, riskToldAtMs: 5 });
});

test("a ticket shows the clock that needs somebody most", () => {
  const clock = (
    state: "running" | "at_risk" | "breached" | "paused" | "met",
    dueAtMs: number,
  ) => ({
    state,
    dueAtMs,
    endedAtMs: state === "met" ? 1 : null,
  });
  expect(shownOf([clock("running", 5), clock("at_risk", 9)], false)).toEqual({
    state: "at_risk",
    dueAtMs: 9,
  });
  expect(shownOf([clock("running", 9), clock("running", 5)], false).dueAtMs).toBe(5);
  expect(shownOf([clock("met", 5), clock("paused", 9)], false).state).toBe("paused");
});

test("a ticket that is over says whether its promises were kept", () => {
  const met = { state: "met" as const, dueAtMs: 5, endedAtMs: 4 };
  const broken = { state: "breached" as const, dueAtMs: 5, endedAtMs: 9 };
  expect(shownOf([met, { ...met, state: "paused", endedAtMs: null }], true).state).toBe("met");
  expect(shownOf([met, broken], true)).toEqual({ state: "breached", dueAtMs: null });
  expect(shownOf([], true)).toEqual({ state: null, dueAtMs: null });
});
