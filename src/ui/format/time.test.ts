import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clockTime, dayTime, dayWords, dueTime, fullTime, momentTime, relativeTime } from "./time";

const now = new Date("2025-11-12T13:02:30Z"); // A Wednesday, 14:02 in Berlin.
const berlin = { now, zone: "Europe/Berlin" };
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe("how long ago", () => {
  test.each([
    [0.3, "just now"],
    [0.8, "1 min ago"],
    [5, "5 min ago"],
    [59.9, "59 min ago"],
    [60, "1 h ago"],
    [200, "3 h ago"],
    [24 * 60, "yesterday 14:02"],
    [15 * 60, "yesterday 23:02"],
    [2 * 24 * 60, "Mon 14:02"],
    [7 * 24 * 60, "5 Nov"],
    [400 * 24 * 60, "8 Oct 2024"],
    [-5, "in 5 min"],
    [-24 * 60, "tomorrow 14:02"],
  ])("%d minutes read as “%s”", (minutes, words) => {
    expect(relativeTime(minutesAgo(minutes), berlin)).toBe(words);
  });

  test("yesterday begins at the reader's midnight, not at Greenwich's", () => {
    const late = new Date("2025-11-11T23:30:00Z"); // 00:30 on the 12th in Berlin.
    expect(relativeTime(late, berlin)).toBe("13 h ago");
    expect(relativeTime(late, { now, zone: "UTC" })).toBe("yesterday 23:30");
  });

  test("Germans and Norwegians read their own words", () => {
    expect(relativeTime(minutesAgo(5), { ...berlin, locale: "de-DE" })).toBe("vor 5 min");
    expect(relativeTime(minutesAgo(24 * 60), { ...berlin, locale: "de-DE" })).toBe("gestern 14:02");
    expect(relativeTime(minutesAgo(5), { ...berlin, locale: "nb-NO" })).toBe("for 5 min siden");
  });

  test("every moment of ten years has words in every zone", () => {
    const anyMoment = fc.date({
      min: new Date("2020-01-01"),
      max: new Date("2030-01-01"),
      noInvalidDate: true,
    });
    const anyZone = fc.constantFrom(
      "Europe/Berlin",
      "America/St_Johns",
      "Pacific/Kiritimati",
      "UTC",
    );
    fc.assert(
      fc.property(anyMoment, anyMoment, anyZone, (value, at, zone) => {
        expect(relativeTime(value, { now: at, zone })).toMatch(/\S/u);
      }),
    );
  });
});

test("a time of another zone is named, the reader's own is not", () => {
  expect(clockTime(now, { zone: "Europe/Berlin", readerZone: "Europe/Oslo" })).toBe("14:02 Berlin");
  expect(clockTime(now, { zone: "Europe/Oslo", readerZone: "Europe/Oslo" })).toBe("14:02");
});

test("the full time says weekday, day, year and zone", () => {
  const words = fullTime(now, { zone: "Europe/Berlin" });
  for (const part of ["Wednesday", "12 November 2025", "14:02", "CET"])
    expect(words).toContain(part);
});

test("a day of another year says its year", () => {
  expect(dayTime(new Date("2023-11-12T12:00:00Z"), berlin)).toBe("12 Nov 2023");
});

test("a day of a history is today, yesterday or its date", () => {
  const said = [0, 24, 48, -24].map((hours) => dayWords(minutesAgo(hours * 60), berlin));
  expect(said).toEqual(["today", "yesterday", "10 Nov", "13 Nov"]);
});

test("a moment stands after “since”: its time, and on other days which", () => {
  const said = [5, 200, 24 * 60, 7 * 24 * 60].map((minutes) =>
    momentTime(minutesAgo(minutes), berlin),
  );
  expect(said).toEqual(["13:57", "10:42", "yesterday 14:02", "5 Nov"]);
});

test("a deadline says when and how long, and afterwards how late", () => {
  const due = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  expect(dueTime(due(72), berlin)).toBe("15:14, 1 h 12 min left");
  expect(dueTime(due(-22), berlin)).toBe("13:40, 22 min late");
  expect(dueTime(due(4.2), berlin)).toBe("14:06, 4 min 12 s left");
  expect(dueTime(due(2 * 24 * 60 + 90), berlin)).toBe("Fri 15:32, 2 d 1 h left");
  expect(dueTime(due(20 * 24 * 60), berlin)).toBe("2 Dec 14:02, 20 d left");
});
