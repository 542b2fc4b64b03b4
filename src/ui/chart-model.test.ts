import { expect, test } from "vitest";
import { columnsOf, topOf } from "./chart-model";

test("series with other times share one axis, and a gap stays a gap", () => {
  const one = {
    label: "a",
    points: [
      { atMs: 1_000, value: 1 },
      { atMs: 3_000, value: 3 },
    ],
  };
  const other = {
    label: "b",
    points: [
      { atMs: 2_000, value: null },
      { atMs: 3_000, value: 0 },
    ],
  };
  expect(columnsOf([one, other])).toEqual([
    [1, 2, 3],
    [1, null, 3],
    [null, null, 0],
  ]);
});

test("a threshold that is far away does not flatten the line", () => {
  const line = { label: "a", points: [{ atMs: 0, value: 40 }] };
  const far = { label: "critical", value: 5_000, tone: "bad" } as const;
  const near = { label: "warning", value: 70, tone: "warn" } as const;
  expect(topOf([line], [far], 1)).toBeCloseTo(44);
  expect(topOf([line], [near], 1)).toBeCloseTo(77);
});
