import { expect, test } from "vitest";
import { dayNumberOf, formatInstant, parseInstant } from "./instant";

test.each([
  ["2026-03-02T09:00:00Z", "2026-03-02T09:00:00Z"],
  ["2026-03-02T09:00Z", "2026-03-02T09:00:00Z"],
  ["2026-03-02T09:00:00+05:45", "2026-03-02T03:15:00Z"],
  ["2026-03-02T09:00:00-0330", "2026-03-02T12:30:00Z"],
  ["2026-03-02T09:00:00+01", "2026-03-02T08:00:00Z"],
  ["2026-03-02t09:00:00z", "2026-03-02T09:00:00Z"],
  ["2026-03-02T24:00:00Z", "2026-03-03T00:00:00Z"],
  ["2026-03-02T09:00:00.5Z", "2026-03-02T09:00:00.500Z"],
  ["2026-03-02T09:00:00.123456Z", "2026-03-02T09:00:00.123Z"],
  ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"],
])("%s is %s", (text, written) => {
  expect(formatInstant(parseInstant(text) ?? Number.NaN)).toBe(written);
});

test.each([
  "2026-03-02",
  "2026-03-02T09:00:00",
  "2026-02-29T09:00:00Z",
  "2026-13-01T09:00:00Z",
  "2026-03-02T25:00:00Z",
  "2026-03-02T24:01:00Z",
  "2026-03-02T09:60:00Z",
  "2026-03-02T09:00:00+24:00",
  "2026-03-02 09:00:00Z",
  "tomorrow",
  "",
])('"%s" is not guessed at', (text) => expect(parseInstant(text)).toBeNull());

test("a date that no calendar has is none", () => {
  expect(dayNumberOf("1970-01-02")).toBe(1);
  expect(dayNumberOf("2100-02-29")).toBeNull();
  expect(dayNumberOf("2026-1-1")).toBeNull();
});
