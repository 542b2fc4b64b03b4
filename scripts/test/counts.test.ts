import { expect, test } from "vitest";
import { exitCodeOf, quoted, summaryLine, total } from "./counts";

test("the last line adds up all stages", () => {
  const stages = [
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 40, failed: 2, skipped: 1 },
  ];
  expect(summaryLine(total(stages))).toBe("41 passed, 2 failed, 1 skipped");
});

test("a run in which nothing ran is a failure", () => {
  expect(exitCodeOf(total([]))).toBe(1);
  expect(exitCodeOf({ passed: 0, failed: 0, skipped: 3 })).toBe(1);
  expect(exitCodeOf({ passed: 9, failed: 1, skipped: 0 })).toBe(1);
  expect(exitCodeOf({ passed: 1, failed: 0, skipped: 0 })).toBe(0);
});

test("a test's name survives the shell", () => {
  expect(quoted('costs $5 and "more"')).toBe('"costs \\$5 and \\"more\\""');
});
