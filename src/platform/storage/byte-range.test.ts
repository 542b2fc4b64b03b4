import { expect, test } from "vitest";
import { readRange } from "./byte-range";

test.each([
  [undefined, null],
  ["bytes=0-4", { start: 0, end: 4 }],
  ["bytes=5-", { start: 5, end: 9 }],
  ["bytes=-3", { start: 7, end: 9 }],
  ["bytes=-99", { start: 0, end: 9 }],
  ["bytes=0-99", { start: 0, end: 9 }],
  ["bytes=10-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=5-2", null],
  ["bytes=0-1,3-4", null],
  ["lines=1-2", null],
  ["bytes=-", null],
])("of ten bytes, %j asks for %j", (header, range) => {
  expect(readRange(header, 10)).toEqual(range);
});
