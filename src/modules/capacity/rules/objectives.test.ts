import fc from "fast-check";
import { expect, test } from "vitest";
import { objectiveReport } from "./objectives";

const nowMs = Date.parse("2026-11-26T12:00:00Z");
const minute = 60_000;
const span = (minutesAgo: number, good: number, total: number) => ({
  atMs: nowMs - minutesAgo * minute,
  good,
  total,
});

test("half of the errors that are allowed leave half of the budget", () => {
  const report = objectiveReport("errorRate", [span(600, 9_995, 10_000)], nowMs);
  expect(report.achieved).toBe(0.9995);
  expect(report.budgetLeft).toBeCloseTo(0.5);
  expect(report.minutesLeft).toBeCloseTo(21.6);
});

test("an outage pages at once: both windows of a pair are above", () => {
  const quiet = Array.from({ length: 60 }, (_, index) => span(61 + index * 60, 1_000, 1_000));
  const outage = Array.from({ length: 5 }, (_, index) => span(index, 0, 20));
  const { alerts, runsOutMs } = objectiveReport("errorRate", [...quiet, ...outage], nowMs);
  expect(alerts?.[0]).toMatchObject({ long: "1h", short: "5m", firing: true });
  expect(runsOutMs).toBe(null);
});

test("a slow burn says when the budget is gone", () => {
  const spans = Array.from({ length: 30 * 24 }, (_, index) => span(index * 60, 9_996, 10_000));
  const { runsOutMs, budgetLeft } = objectiveReport("errorRate", spans, nowMs);
  expect(budgetLeft).toBeCloseTo(0.6);
  expect(runsOutMs).toBeGreaterThan(nowMs + 44 * 1_440 * minute);
  expect(runsOutMs).toBeLessThan(nowMs + 46 * 1_440 * minute);
});

test("too few events say nothing, rather than something by luck", () => {
  const report = objectiveReport("availability", [span(5, 18, 19)], nowMs);
  expect(report).toMatchObject({ achieved: null, budgetLeft: null, runsOutMs: null, total: 19 });
});

test("what lies before the window is forgiven", () => {
  const old = span(31 * 1_440, 0, 50_000);
  expect(objectiveReport("apiP95", [old, span(5, 100, 100)], nowMs).achieved).toBe(1);
});

test("the report follows from good and total alone, however time was cut", () => {
  const spans = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 43_000 }), fc.nat(50), fc.nat(50))
      .map(([ago, bad, good]) => span(ago, good, good + bad)),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(spans, (cut) => {
      const report = objectiveReport("apiP99", cut, nowMs);
      const total = cut.reduce((sum, each) => sum + each.total, 0);
      const good = cut.reduce((sum, each) => sum + each.good, 0);
      expect([report.good, report.total]).toEqual([good, total]);
      if (report.budgetLeft !== null)
        expect(report.budgetLeft).toBeCloseTo(1 - (total - good) / total / 0.01);
    }),
  );
});
