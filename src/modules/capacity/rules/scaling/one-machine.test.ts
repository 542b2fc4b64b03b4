import { expect, test } from "vitest";
import type { StepState } from "../step-policy";
import { decideForMachine, type Group } from "./one-machine";
import { foundingPolicy, type ScalingSubject } from "./subjects";

const group = (given: Partial<Group<ScalingSubject>>): Group<ScalingSubject> => {
  const subject = given.subject ?? "web";
  return {
    subject,
    policy: foundingPolicy(subject),
    before: null,
    running: 2,
    value: 10,
    coresEach: 1,
    ...given,
  };
};

/** A machine whose web servers are as busy as said, a sample each half minute. */
function course(cores: number, values: readonly (number | null)[]) {
  let before: StepState | null = null;
  let running = 2;
  return values.map((value, index) => {
    const groups = [group({ before, running, value })];
    const [decision] = decideForMachine(groups, { cores, coresGiven: running }, index * 30);
    if (decision === undefined) throw new Error("one group, one decision");
    before = decision.state;
    running += decision.change;
    return { ...decision, after: running };
  });
}

test("busy for two minutes starts one more, the next after the cooldown, up to the maximum", () => {
  const after = course(64, Array(120).fill(90)).map((each) => each.after);
  expect(after.indexOf(3)).toBe(4);
  expect(after.indexOf(4)).toBe(10);
  expect(after.at(-1)).toBe(10);
});

test("a full machine holds with the reason, and nothing starts beyond its cores", () => {
  const decisions = course(3, Array(20).fill(90));
  expect(Math.max(...decisions.map(({ after }) => after))).toBe(3);
  expect(decisions.at(-1)).toMatchObject({ kind: "held", change: 0, replicas: 3 });
  expect(decisions.at(-1)?.reason).toMatch(
    /^held: machine full, 3 of its 3 cores are given and one more needs 1; cpu 90 above 70/,
  );
});

test("what was held starts as soon as there is room, without another wait", () => {
  const held = course(2, Array(6).fill(90)).at(-1);
  const [next] = decideForMachine(
    [group({ before: held?.state ?? null, value: 90 })],
    { cores: 3, coresGiven: 2 },
    180,
  );
  expect(next).toMatchObject({ kind: "step", change: 1, replicas: 3 });
});

test("quiet for ten minutes lets one go, never below the minimum", () => {
  const values = [...Array(40).fill(90), ...Array(200).fill(5)];
  const decisions = course(8, values);
  expect(decisions[39]?.after).toBeGreaterThan(3);
  expect(decisions.at(-1)?.after).toBe(2);
  const firstDown = decisions.findIndex(({ change }) => change === -1);
  expect(firstDown).toBe(60);
});

test("without a measure nothing starts and nothing stops", () => {
  const decisions = course(8, [90, 90, null, 90, 90, null, null]);
  expect(decisions.every(({ change }) => change === 0)).toBe(true);
  expect(decisions.at(-1)?.kind).toBe("unmeasured");
});

test("the last free core goes to whom it matters most", () => {
  const ready: StepState = { replicas: 2, aboveSince: 0, belowSince: null, lastStepAt: null };
  const groups = [
    group({ subject: "sla-checks", before: ready, value: 900 }),
    group({ before: ready, value: 90 }),
  ];
  const decisions = decideForMachine(groups, { cores: 5, coresGiven: 4 }, 600);
  expect(decisions.map(({ change }) => change)).toEqual([1, 0]);
});

test("who stands below the minimum or above the maximum comes back one at a time", () => {
  const at = (running: number) =>
    decideForMachine([group({ running, value: 50 })], { cores: 64, coresGiven: running }, 0)[0];
  expect(at(1)).toMatchObject({ kind: "step", change: 1, replicas: 2 });
  expect(at(12)).toMatchObject({ kind: "step", change: -1, replicas: 11 });
});
