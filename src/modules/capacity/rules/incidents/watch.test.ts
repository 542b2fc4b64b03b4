import fc from "fast-check";
import { expect, test } from "vitest";
import { foundingPatience } from "../figures/patience";
import type { ConditionLevel } from "./condition";
import { look, type OpenLevel, type Watch } from "./watch";

const { raiseAfterLooks, endAfterLooks } = foundingPatience;

const stepMs = 30_000;
type Step = ConditionLevel | { readonly pauseMs: number };

/** Looks at a course of levels, one every half minute, and says what came of it. */
function course(steps: readonly Step[]): string[] {
  let watch: Watch | null = null;
  let open: OpenLevel | null = null;
  let atMs = 1_000_000;
  const told: string[] = [];
  for (const step of steps) {
    if (typeof step === "object") {
      atMs += step.pauseMs;
      continue;
    }
    atMs += stepMs;
    const seen = look(watch, open, step, atMs);
    watch = seen.watch;
    if (seen.act === null) continue;
    told.push(seen.act.kind);
    if (seen.act.kind === "open" || seen.act.kind === "worsen") open = seen.act.level;
    if (seen.act.kind === "resolve") open = null;
  }
  return told;
}
const times = (count: number, level: ConditionLevel) => Array<ConditionLevel>(count).fill(level);

test("what is bad for a moment raises nothing; what stays bad raises one incident", () => {
  expect(course(times(raiseAfterLooks - 1, "critical"))).toEqual([]);
  expect(course(times(50, "warning"))).toEqual(["open"]);
  expect(course([...times(5, "warning"), ...times(5, "critical")])).toEqual(["open", "worsen"]);
});

test("a value that swings around its threshold raises nothing and ends nothing", () => {
  const swing = Array.from(
    { length: 40 },
    (_, index): ConditionLevel => (index % 2 === 0 ? "warning" : "fine"),
  );
  expect(course(swing)).toEqual([]);
  expect(course([...times(3, "warning"), ...swing])).toEqual(["open"]);
});

test("an incident ends when it has been in order for a while, and not before", () => {
  const bad = times(3, "critical");
  expect(course([...bad, ...times(endAfterLooks - 1, "fine")])).toEqual(["open"]);
  expect(course([...bad, ...times(endAfterLooks, "fine")])).toEqual(["open", "resolve"]);
});

test("what stops reporting is neither good nor bad: its incident stays, and says so once", () => {
  expect(course([...times(3, "warning"), ...times(50, "unknown")])).toEqual(["open", "lose sight"]);
  expect(course(times(50, "unknown"))).toEqual([]);
  const back = [...times(3, "warning"), ...times(4, "unknown"), ...times(5, "fine")];
  expect(course(back)).toEqual(["open", "lose sight", "resolve"]);
});

test("over a gap nobody knows: runs of looks begin anew", () => {
  const gap = { pauseMs: 3_600_000 };
  expect(course(["warning", "warning", gap, "warning", "warning"])).toEqual([]);
  const open = times(3, "warning");
  expect(course([...open, ...times(4, "fine"), gap, "fine"])).toEqual(["open"]);
  // A clock that was set back is a gap, too.
  expect(course(["warning", "warning", { pauseMs: -3_600_000 }, "warning"])).toEqual([]);
});

test("whatever comes, incidents open and end in turn", () => {
  const levels = fc.constantFrom<ConditionLevel>("fine", "warning", "critical", "unknown");
  fc.assert(
    fc.property(fc.array(levels, { maxLength: 200 }), (steps) => {
      const turns = course(steps).filter((kind) => kind === "open" || kind === "resolve");
      const expected = turns.map((_, index) => (index % 2 === 0 ? "open" : "resolve"));
      expect(turns).toEqual(expected);
    }),
  );
});
