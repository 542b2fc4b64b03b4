import { expect, test } from "vitest";
import { budgetedOperations, budgetReport } from "./budget-report";
import type { Measure } from "./readings";

const edges = [50, 100, 200, 500];
const [listTickets] = budgetedOperations;
const measure = (atMs: number, operation: string, buckets: number[]): Measure => ({
  name: "insightdesk_response_ms",
  labels: { operation, outcome: "ok" },
  atMs,
  processId: "web-1",
  processKind: "web",
  count: buckets.reduce((sum, each) => sum + each, 0),
  sum: 0,
  highest: 0,
  buckets,
});
const reportOf = (measures: readonly Measure[]) => {
  if (listTickets === undefined) throw new Error("no operation");
  return budgetReport(listTickets, measures, edges);
};

test("an operation keeps its budget when both percentiles do", () => {
  const kept = [measure(1, "tickets.list", [960, 30, 8, 2, 0])];
  expect(reportOf(kept)).toMatchObject({ count: 1_000, verdict: "kept", within: 0.998 });
});

test("one slow call in ten breaks it, and other operations do not make it better", () => {
  const slow = [
    measure(1, "tickets.list", [90, 0, 0, 10, 0]),
    measure(1, "tickets.get", [10_000, 0, 0, 0, 0]),
  ];
  expect(reportOf(slow)).toMatchObject({ count: 100, verdict: "broken", within: 0.9 });
});

test("a few calls say nothing", () => {
  expect(reportOf([measure(1, "tickets.list", [0, 0, 0, 5, 0])]).verdict).toBe("too few");
});

test("the line has a point where something was counted, and no other", () => {
  const measures = [
    measure(60, "tickets.list", [9, 0, 0, 0, 0]),
    measure(180, "tickets.list", [9, 0, 0, 0, 0]),
  ];
  expect(reportOf(measures).line.map(({ atMs }) => atMs)).toEqual([60, 180]);
});

test("what a call asks of the database is told over the spans in which that was counted", () => {
  const counted = (atMs: number, name: string, operation: string, count: number): Measure => ({
    ...measure(atMs, operation, []),
    ...{ name, labels: { operation }, count },
  });
  const calls = [
    // A server of before: it counted its calls, and no statement.
    measure(60, "tickets.list", [100, 0, 0, 0, 0]),
    measure(120, "tickets.list", [40, 0, 0, 0, 0]),
  ];
  expect(reportOf(calls).statements).toBeNull();
  const asked = [
    ...calls,
    counted(120, "insightdesk_statements_total", "tickets.list", 80),
    counted(120, "insightdesk_statements_microseconds_total", "tickets.list", 120_000),
    counted(120, "insightdesk_statements_total", "tickets.get", 9_000),
  ];
  expect(reportOf(asked).statements).toEqual({ perCall: 2, msPerCall: 3 });
});
