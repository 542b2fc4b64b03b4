import { expect, test } from "vitest";
import { budgetedOperations, budgetReport } from "../budget-report";
import { openSlo } from "../objective-files/openslo";
import { prometheusRules } from "../objective-files/prometheus";
import { objectiveReport } from "../objectives";
import { tilesOf } from "../overview";
import { measureNames } from "../readings";
import { askedBy } from "../surge/surge";
import { differing, faultsOf } from "./faults";
import { figureFields, figureNames } from "./fields";

const edges = [50, 100, 150, 200, 300, 500, 1_000, 2_000, 3_000, 5_000];
const nowMs = Date.parse("2026-11-26T12:00:00Z");
const measure = {
  labels: {},
  atMs: nowMs,
  processId: "web-1",
  processKind: "web",
  count: 1,
  sum: 0,
  highest: 0,
  buckets: [],
};
const keysOf = (faults: readonly { key: string }[]) => faults.map(({ key }) => key);

test("the founding values have no fault, and a set that equals them is kept as nothing", () => {
  for (const figure of figureNames) {
    expect(faultsOf(figure, {}, edges)).toEqual([]);
    const all = Object.fromEntries(
      figureFields[figure].map(({ key, founding }) => [key, founding]),
    );
    expect(differing(figure, all)).toEqual({});
  }
  expect(differing("indicators", { "cpu.warningAbove": 60, "cpu.criticalAbove": 85 })).toEqual({
    "cpu.warningAbove": 60,
  });
});

test.each([
  ["indicators", { "cpu.warningAbove": 90 }, ["cpu.criticalAbove"]],
  ["indicators", { "cpu.criticalAbove": 101 }, ["cpu.criticalAbove"]],
  ["indicators", { "queueDepth.warningAbove": 0 }, ["queueDepth.warningAbove"]],
  ["indicators", { "queueDepth.warningAbove": 1.5 }, ["queueDepth.warningAbove"]],
  ["indicators", { "memory.warningAbove": Number.NaN }, ["memory.warningAbove"]],
  ["indicators", { "disk.warningAbove": 5 }, ["disk.warningAbove"]],
  ["objectives", { "availability.objective": 1 }, ["availability.objective"]],
  ["objectives", { "apiP95.withinMs": 250 }, ["apiP95.withinMs"]],
  ["objectives", { "apiP95.withinMs": 1_000 }, ["apiP99.withinMs"]],
  ["support", { "resolution.objective": -0.1 }, ["resolution.objective"]],
  ["budgets", { "getTicket.msP99": 50 }, ["getTicket.msP99"]],
  ["budgets", { "getTicket.msP95": 120 }, ["getTicket.msP95"]],
  ["incidents", { "incident.endAfterLooks": 21 }, ["incident.endAfterLooks"]],
] as const)("%s refuse %o", (figure, set, keys) => {
  expect(keysOf(faultsOf(figure, set, edges))).toEqual(keys);
});

test("a refusal of a time between two edges says which are allowed", () => {
  const [fault] = faultsOf("objectives", { "delivery.withinMs": 120 }, edges);
  expect(fault?.says).toContain("50, 100, 150, 200");
});

test("a lower threshold turns the tile and what surge mode asks for", () => {
  const cpu = [{ ...measure, name: measureNames.cpu, sum: 0.5 }];
  const levelWith = (set: Record<string, number>) =>
    tilesOf(cpu, [], edges, nowMs, set).find(({ indicator }) => indicator === "cpu");
  expect(levelWith({})).toMatchObject({ level: "fine", warningAbove: 70 });
  expect(levelWith({ "cpu.warningAbove": 40 })).toMatchObject({
    level: "warning",
    warningAbove: 40,
    criticalAbove: 85,
  });
  const pressure = { responseMsP95: 200, loopDelayMs: 1, poolShare: 0.1 };
  expect(askedBy(pressure)?.level).toBe(0);
  expect(askedBy(pressure, { "responseMsP95.warningAbove": 150 })?.level).toBe(1);
});

test("an objective that was set burns by its own share, and says its own percentile", () => {
  const spans = Array.from({ length: 400 }, (_, index) => ({
    atMs: nowMs - index * 60_000,
    good: 90,
    total: 100,
  }));
  const report = (set: Record<string, number>) => objectiveReport("apiP95", spans, nowMs, set);
  expect(report({}).budgetLeft).toBeCloseTo(-1, 10);
  const mild = report({ "apiP95.objective": 0.8 });
  expect(mild.budgetLeft).toBeCloseTo(0.5, 10);
  expect(mild.promise.words).toBe("API response time (p80)");
});

test("a budget that was set is the one that is kept or broken", () => {
  const [listTickets] = budgetedOperations;
  if (listTickets === undefined) throw new Error("there are operations");
  const labels = { operation: "tickets.list" };
  const buckets = [0, 0, 0, 0, 100, 0, 0, 0, 0, 0, 0];
  const measures = [{ ...measure, name: "insightdesk_response_ms", labels, count: 100, buckets }];
  expect(budgetReport(listTickets, measures, edges).verdict).toBe("broken");
  const set = { "listTickets.msP95": 300 };
  expect(budgetReport(listTickets, measures, edges, set)).toMatchObject({
    verdict: "kept",
    msP95Max: 300,
    within: 1,
  });
});

test("the files to take along say what counts, and as founded are the ones of the house", () => {
  const set = { "availability.objective": 0.99, "apiP95.withinMs": 500 };
  const text = JSON.stringify;
  expect(openSlo(text, set)).toContain('"target":0.99}');
  expect(openSlo(text, set)).toContain('le=\\"500\\"');
  const burns = 'rate1h{objective=\\"availability\\"} > ';
  expect(prometheusRules(text, set)).toContain(`${burns}0.144 `);
  expect(prometheusRules(text)).toContain(`${burns}0.0144 `);
  expect(openSlo(text)).toMatch(/^# Written by npm run generate/);
});
