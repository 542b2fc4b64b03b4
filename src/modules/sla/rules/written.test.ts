import { expect, test } from "vitest";
import { dueOf, localInstant } from "./asked-at";
import { readDates, readExceptions, readHours, writeExceptions, writeHours } from "./hours-text";
import { formatInstant } from "./instant";
import { aCalendar } from "./sample-calendars";
import { readMinutes, writeMinutes } from "./target-text";

test.each([
  ["4 h", 240],
  ["1 h 30 min", 90],
  ["1.5h", 90],
  ["90", 90],
  ["90 min", 90],
  ["", null],
  ["soon", null],
  ["0 h", null],
])("a target that is written %j is %s minutes", (text, minutes) => {
  expect(readMinutes(text)).toBe(minutes);
  if (minutes !== null) expect(readMinutes(writeMinutes(minutes))).toBe(minutes);
});

test.each([
  ["9-12:30, 13:30-17", "09:00-12:30, 13:30-17:00"],
  ["00:00-24:00", "00:00-24:00"],
  ["closed", ""],
  ["", ""],
])("a day that is written %j is read as %j", (text, written) => {
  expect(writeHours(readHours(text) ?? [["none", "none"]])).toBe(written);
});

test("a part of a day that is no stretch of time is not guessed at", () => {
  expect(readHours("9-12, after lunch")).toBeNull();
});

test("dates stand in lines or behind commas, and a day of its own has its hours or none", () => {
  expect(readDates("2026-12-25\n2026-12-26, 2027-01-01")).toHaveLength(3);
  const text = "2026-12-24 09:00-12:00\n2026-12-31 closed";
  const read = readExceptions(text);
  expect("exceptions" in read && writeExceptions(read.exceptions)).toBe(text);
  expect(readExceptions("2026-12-24 09:00-12:00\n2026-12-31")).toEqual({ line: 2 });
});

test("asked on Friday at 16:00 with four hours to go, it is due on Monday at noon", () => {
  const calendar = aCalendar();
  const asked = localInstant(calendar, "2026-03-06T16:00") ?? Number.NaN;
  const due = dueOf(calendar, asked, 240) ?? Number.NaN;
  expect(formatInstant(due)).toBe("2026-03-09T11:00:00Z");
});
