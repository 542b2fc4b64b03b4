import { expect, test } from "vitest";
import type { StepState } from "../step-policy";
import { decideNow } from "./decide";
import { foundingPolicy } from "./subjects";

const policy = foundingPolicy("web");

function course(values: readonly (number | null)[], running: number) {
  let before: StepState | null = null;
  return values.map((value, index) => {
    const decision = decideNow({ policy, before, running, at: index * 60, value });
    before = decision.state;
    return decision;
  });
}

test("a step is asked for with its reason, and again after the cooldown while nobody follows", () => {
  const decisions = course([76, 76, 76, 76, 76, 76, 76], 3);
  expect(decisions.map(({ kind }) => kind)).toEqual([
    "held",
    "held",
    "step",
    "held",
    "held",
    "step",
    "held",
  ]);
  expect(decisions[2]?.reason).toBe("cpu 76 above 70 for 120 s, cooldown over: 3 to 4");
  expect(decisions[4]?.reason).toContain("cooldown lasts 60 s more");
});

test("without a measure nothing is asked for, and what was counted starts anew", () => {
  const decisions = course([76, 76, null, 76, Number.NaN], 2);
  expect(decisions[2]).toMatchObject({ kind: "unmeasured", replicas: 2 });
  expect(decisions[3]).toMatchObject({ kind: "held" });
  expect(decisions[4]).toMatchObject({ kind: "unmeasured" });
});

test("a quiet installation at its minimum is no news", () => {
  expect(course([5, 5, 5], 1).map(({ kind, replicas }) => [kind, replicas])).toEqual([
    ["idle", 2],
    ["idle", 2],
    ["idle", 2],
  ]);
});
