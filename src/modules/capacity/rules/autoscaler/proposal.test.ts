import { describe, expect, test } from "vitest";
import type { Metric, Pod } from "./metrics";
import { proposalOf } from "./proposal";

/** A pod that requests one core and uses so many thousandths of it; null is no reading. */
const core = (used: number | null, state: Pod["state"] = "ready"): Pod => ({
  ...(used === null ? {} : { used: used / 1_000 }),
  requested: 1,
  state,
});
const cpu = (target: number, ...pods: Pod[]): Metric => ({ kind: "utilization", target, pods });
const average = (target: number, ...used: number[]): Metric => ({
  kind: "average",
  target,
  pods: used.map((value) => ({ used: value })),
});

/**
 * The expectations of Kubernetes' own test of its replica calculator
 * (pkg/controller/podautoscaler/replica_calculator_test.go), as data.
 */
const published: readonly [name: string, replicas: number, metric: Metric, expected: number][] = [
  ["scale up", 3, cpu(30, core(300), core(500), core(700)), 5],
  ["scale up less for one starting", 3, cpu(30, core(300, "starting"), core(500), core(700)), 4],
  [
    "no scale up for two starting",
    3,
    cpu(30, core(400), core(500, "starting"), core(700, "starting")),
    3,
  ],
  ["scale up by a pods metric", 3, average(15, 20, 10, 30), 4],
  ["scale up by a value", 3, { kind: "value", target: 15, value: 20 }, 4],
  ["a value and ready pods only", 3, { kind: "value", target: 10, value: 50, ready: 1 }, 5],
  ["an external value", 1, { kind: "value", target: 4.4, value: 8.6 }, 2],
  [
    "an external value, one of three ready",
    3,
    { kind: "value", target: 4.4, value: 8.6, ready: 1 },
    2,
  ],
  ["so much each", 3, { kind: "total", target: 5, value: 20 }, 4],
  ["so much each, external", 3, { kind: "total", target: 2.15, value: 8.6 }, 4],
  ["scale down", 5, cpu(50, core(100), core(300), core(500), core(250), core(250)), 3],
  ["scale down by a pods metric", 5, average(20, 12, 12, 12, 12, 12), 3],
  ["scale down by a total", 5, { kind: "total", target: 2, value: 6 }, 3],
  ["scale down by a value", 5, { kind: "value", target: 20, value: 12 }, 3],
  ["scale down by an external value", 5, { kind: "value", target: 14.334, value: 8.6 }, 3],
  ["scale down by an external total", 5, { kind: "total", target: 2.867, value: 8.6 }, 3],
  [
    "scale down without the starting",
    5,
    cpu(50, core(100), core(300), core(500), core(250, "starting"), core(250, "starting")),
    2,
  ],
  [
    "scale down with one that runs",
    5,
    cpu(50, core(100), ...[1, 2, 3, 4].map(() => core(null, "starting"))),
    1,
  ],
  ["tolerance of a pods metric", 3, average(20, 20, 21, 21), 3],
  ["tolerance of a value", 3, { kind: "value", target: 20, value: 20.666 }, 3],
  ["tolerance of a total", 4, { kind: "total", target: 5, value: 20.166 }, 4],
  ["tolerance of an external total", 3, { kind: "total", target: 2.9, value: 8.6 }, 3],
  ["two of four missing", 4, cpu(100, core(400), core(95), core(null), core(null)), 3],
  ["one missing, on target", 2, cpu(100, core(1_000), core(null)), 2],
  ["one missing, above", 2, cpu(100, core(1_900), core(null)), 2],
  ["one missing, below", 2, cpu(100, core(600), core(null)), 2],
  ["one missing, one starting", 3, cpu(50, core(100, "starting"), core(450), core(null)), 3],
  [
    "one missing, one starting, far above",
    3,
    cpu(50, core(100, "starting"), core(2_000), core(null)),
    4,
  ],
  [
    "one missing, one starting, below",
    4,
    cpu(50, core(100, "starting"), core(100), core(100), core(null)),
    3,
  ],
  ["a surge during a rolling update", 2, cpu(50, core(100), core(100), core(null)), 2],
];

test.each(published)(
  "we ask for as many as Kubernetes: %s",
  (_name, replicas, metric, expected) => {
    expect(proposalOf(metric, replicas, 0.1)).toMatchObject({ replicas: expected });
  },
);

test("a whole per cent is lost as Kubernetes loses it: 100 of 300 is 33 %", () => {
  const third = { used: 0.1, requested: 0.3 };
  expect(proposalOf(cpu(11, third, third, third), 3, 0)).toMatchObject({ replicas: 9 });
});

test("0.29 of a core is 29 % and not 28 %, whatever the machine's arithmetic says", () => {
  expect(proposalOf(cpu(29, { used: 0.29, requested: 1 }), 1, 0)).toMatchObject({
    replicas: 1,
    held: "tolerance",
  });
});

test("a ratio that is exactly the tolerance away changes nothing, on both sides", () => {
  for (const value of [55, 45]) {
    const metric: Metric = { kind: "value", target: 50, value };
    expect(proposalOf(metric, 10, 0.1)).toMatchObject({ replicas: 10, held: "tolerance" });
  }
});

test("from nothing, a value asks for as many as it is times the target", () => {
  expect(proposalOf({ kind: "value", target: 10, value: 25 }, 0, 0.1)).toMatchObject({
    replicas: 3,
  });
  expect(proposalOf({ kind: "total", target: 10, value: 0 }, 0, 0.1)).toMatchObject({
    replicas: 0,
  });
});

describe("nobody can say what to do", () => {
  const cases: readonly [string, Metric][] = [
    ["when the metric is said to be unavailable", { kind: "total", target: 1, unavailable: true }],
    ["when there are no pods", cpu(50)],
    ["when no ready pod was read", cpu(50, core(null), core(100, "starting"))],
    ["when a pod says not what it requests", cpu(50, core(100), { used: 0.1 })],
    ["when the pods request nothing", cpu(50, { used: 1, requested: 0 })],
  ];
  test.each(cases)("%s", (_name, metric) => {
    expect(proposalOf(metric, 2, 0.1)).toHaveProperty("unavailable");
  });
});

test("exactly at its target an average has missing pods idle, a utilization leaves them out", () => {
  const half = (given: Pick<Pod, "requested">): Pod[] => [{ used: 1, ...given }, { ...given }];
  const averaged: Metric = { kind: "average", target: 1, pods: half({}) };
  expect(proposalOf(averaged, 6, 0.1)).toMatchObject({ replicas: 1 });
  expect(proposalOf(cpu(100, ...half({ requested: 1 })), 6, 0.1)).toMatchObject({ replicas: 6 });
});
