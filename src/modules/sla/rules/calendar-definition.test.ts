import { expect, test } from "vitest";
import { type CalendarDefinition, calendarProblems } from "./calendar-definition";
import { aDefinition } from "./sample-calendars";

const problems = (said: Partial<CalendarDefinition>) =>
  calendarProblems(aDefinition(said)).map(({ path, message }) => `${path.join(".")}: ${message}`);

test("hours may be unsorted, touch, and end the day", () => {
  const mon = [
    ["13:00", "24:00"],
    ["00:00", "09:00"],
    ["09:00", "12:30"],
  ] as const;
  expect(problems({ weekly: { mon } })).toEqual([]);
});

test("overlapping hours are named, not joined", () => {
  const mon = [
    ["11:00", "17:00"],
    ["09:00", "12:00"],
  ] as const;
  expect(problems({ weekly: { mon } })).toEqual([
    "weekly.mon: 09:00-12:00 and 11:00-17:00 overlap",
  ]);
});

test.each([
  ["22:00", "06:00"],
  ["09:00", "09:00"],
  ["9:00", "17:00"],
  ["09:00", "25:00"],
  ["09:00", "24:01"],
  ["09:60", "10:00"],
  ["24:00", "24:00"],
  ["nine", "five"],
])("%s to %s makes no sense", (opens, closes) => {
  expect(problems({ weekly: { tue: [[opens, closes]] } })).toHaveLength(1);
});

test("zones and dates that do not exist are named with their place", () => {
  expect(problems({ timeZone: "Europe/Atlantis" })[0]).toMatch(/^timeZone: /);
  expect(problems({ holidays: ["2026-01-01", "2026-02-30"] })[0]).toMatch(/^holidays\.1: /);
  expect(problems({ exceptions: { "24.12.2026": [] } })[0]).toMatch(/^exceptions\.24\.12\.2026: /);
});
