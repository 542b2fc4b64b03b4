import { describe, expect, test } from "vitest";
import type { BusinessCalendar } from "./calendar";
import { dueAfter, elapsedMs } from "./due";
import { formatInstant } from "./instant";
import { aCalendar, aroundTheClock, at, everyDay } from "./sample-calendars";
import { minuteMs, wholeMs } from "./units";

const pause = (from: string, to: string | null) => ({
  fromMs: at(from),
  toMs: to === null ? Number.POSITIVE_INFINITY : at(to),
});
type Pauses = ReturnType<typeof pause>[];

function due(calendar: BusinessCalendar, start: string, minutes: number, pauses: Pauses = []) {
  const found = dueAfter(calendar, at(start), wholeMs(minutes), pauses);
  return found.kind === "at" ? formatInstant(found.atMs) : found.kind;
}
const minutes = (calendar: BusinessCalendar, start: string, end: string, pauses: Pauses = []) =>
  elapsedMs(calendar, { fromMs: at(start), toMs: at(end) }, pauses) / minuteMs;

describe("within and across office hours", () => {
  const office = aCalendar();
  test.each([
    ["2026-03-02T10:00:00+01:00", 60, "2026-03-02T10:00:00Z"],
    ["2026-03-02T16:00:00+01:00", 60, "2026-03-02T16:00:00Z"],
    ["2026-03-02T16:00:00+01:00", 61, "2026-03-03T08:01:00Z"],
    ["2026-03-02T17:00:00+01:00", 1, "2026-03-03T08:01:00Z"],
    ["2026-03-06T16:30:00+01:00", 60, "2026-03-09T08:30:00Z"],
    ["2026-03-07T12:00:00+01:00", 480, "2026-03-09T16:00:00Z"],
    ["2026-03-02T09:00:00+01:00", 480, "2026-03-02T16:00:00Z"],
    ["2026-03-02T09:00:00+01:00", 2400, "2026-03-06T16:00:00Z"],
    ["2026-03-02T09:00:00+01:00", 0.5, "2026-03-02T08:00:30Z"],
    ["2026-03-02T09:00:00+01:00", 1.1, "2026-03-02T08:01:06Z"],
    ["2026-03-02T09:00:00+01:00", 1 / 3, "2026-03-02T08:00:20Z"],
    ["2026-03-02T09:00:30.250+01:00", 60, "2026-03-02T09:00:30.250Z"],
  ])("from %s, %d minutes are over at %s", (start, target, expected) => {
    expect(due(office, start, target)).toBe(expected);
  });

  test("ten years of office hours are found at once", () => {
    // 2026-01-05 is a Monday; 520 weeks later is Monday 2035-12-24, and the last hour is on the Friday before.
    expect(due(office, "2026-01-05T09:00:00+01:00", 520 * 2400)).toBe("2035-12-21T16:00:00Z");
    expect(minutes(office, "2026-01-05T09:00:00+01:00", "2035-12-24T09:00:00+01:00")).toBe(1248000);
  });
});

describe("holidays and exceptions", () => {
  const calendar = aCalendar({
    holidays: ["2026-12-25", "2026-12-26", "2026-12-31"],
    exceptions: {
      "2026-12-24": [["09:00", "12:00"]],
      "2026-12-27": [["10:00", "11:00"]],
      "2026-12-28": [],
      "2026-12-31": [["09:00", "12:00"]],
    },
  });
  test("a short day, a holiday, an opened Sunday and a closed Monday", () => {
    expect(due(calendar, "2026-12-24T11:00:00+01:00", 60)).toBe("2026-12-24T11:00:00Z");
    expect(due(calendar, "2026-12-24T11:00:00+01:00", 61)).toBe("2026-12-27T09:01:00Z");
    expect(due(calendar, "2026-12-24T11:00:00+01:00", 121)).toBe("2026-12-29T08:01:00Z");
  });
  test("a holiday wins over an exception of the same date", () => {
    expect(minutes(calendar, "2026-12-31T00:00:00+01:00", "2027-01-01T00:00:00+01:00")).toBe(0);
  });
  test("a leap day is a working day like any other", () => {
    expect(minutes(aCalendar(), "2024-02-28T12:00:00+01:00", "2024-03-01T12:00:00+01:00")).toBe(
      960,
    );
    expect(
      minutes(
        aCalendar({ holidays: ["2024-02-29"] }),
        "2024-02-28T12:00:00+01:00",
        "2024-03-01T12:00:00+01:00",
      ),
    ).toBe(480);
  });
});

describe("when clocks are moved", () => {
  const berlin = aCalendar({ weekly: aroundTheClock });
  test("a spring day has 23 hours and an autumn day 25", () => {
    expect(minutes(berlin, "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00")).toBe(1380);
    expect(minutes(berlin, "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00")).toBe(1500);
    expect(due(berlin, "2026-10-25T00:00:00+02:00", 1500)).toBe("2026-10-25T23:00:00Z");
  });
  test("a night shift over the change has its hour less or more", () => {
    const nights = aCalendar({ weekly: { sun: [["01:00", "05:00"]] } });
    expect(minutes(nights, "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z")).toBe(180);
    expect(minutes(nights, "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z")).toBe(300);
    expect(due(nights, "2026-03-28T12:00:00Z", 120)).toBe("2026-03-29T02:00:00Z");
    expect(due(nights, "2026-10-24T12:00:00Z", 120)).toBe("2026-10-25T01:00:00Z");
  });
  test("hours that the clock skips are no hours", () => {
    const skipped = aCalendar({ weekly: { sun: [["02:00", "03:00"]] } });
    expect(minutes(skipped, "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z")).toBe(0);
    expect(minutes(skipped, "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z")).toBe(120);
  });
  test("Lord Howe moves its clocks by half an hour", () => {
    const island = aCalendar({
      timeZone: "Australia/Lord_Howe",
      weekly: everyDay([["01:00", "03:00"]]),
    });
    expect(minutes(island, "2026-04-04T13:00:00Z", "2026-04-05T13:00:00Z")).toBe(150);
    expect(minutes(island, "2026-10-03T13:30:00Z", "2026-10-04T13:00:00Z")).toBe(90);
  });
  test("Santiago and Beirut move theirs at midnight", () => {
    const santiago = aCalendar({
      timeZone: "America/Santiago",
      weekly: { sat: [["20:00", "24:00"]], sun: [["00:00", "04:00"]] },
    });
    expect(minutes(santiago, "2026-04-04T12:00:00Z", "2026-04-05T12:00:00Z")).toBe(540);
    expect(minutes(santiago, "2026-09-05T12:00:00Z", "2026-09-06T12:00:00Z")).toBe(420);
    const beirut = aCalendar({ timeZone: "Asia/Beirut", weekly: { sun: [["00:00", "24:00"]] } });
    expect(minutes(beirut, "2026-03-27T12:00:00Z", "2026-03-30T12:00:00Z")).toBe(1380);
  });
  test("Apia never had its 30th of December 2011", () => {
    const apia = aCalendar({ timeZone: "Pacific/Apia", weekly: everyDay([["09:00", "17:00"]]) });
    expect(minutes(apia, "2011-12-29T09:00:00-10:00", "2011-12-31T17:00:00+14:00")).toBe(960);
    expect(due(apia, "2011-12-29T16:00:00-10:00", 120)).toBe("2011-12-30T20:00:00Z");
  });
});

test.each([
  ["Asia/Kathmandu", "2026-03-02T03:15:00Z"],
  ["Australia/Eucla", "2026-03-02T00:15:00Z"],
  ["Pacific/Chatham", "2026-03-01T19:15:00Z"],
])("%s opens at nine by its own clock", (timeZone, opens) => {
  expect(due(aCalendar({ timeZone }), "2026-02-28T12:00:00Z", 1)).toBe(
    opens.replace(":15:", ":16:"),
  );
});

describe("pauses", () => {
  const office = aCalendar();
  test("what is paused is added behind, business time only", () => {
    const overLunch = pause("2026-03-02T11:00:00+01:00", "2026-03-02T12:00:00+01:00");
    expect(due(office, "2026-03-02T10:00:00+01:00", 120, [overLunch])).toBe("2026-03-02T12:00:00Z");
    const overNight = pause("2026-03-02T16:30:00+01:00", "2026-03-03T09:10:00+01:00");
    expect(due(office, "2026-03-02T16:00:00+01:00", 60, [overNight])).toBe("2026-03-03T08:40:00Z");
  });
  test("pauses that overlap, touch, repeat or come unsorted count once", () => {
    const pauses = [
      pause("2026-03-02T12:00:00+01:00", "2026-03-02T13:00:00+01:00"),
      pause("2026-03-02T10:00:00+01:00", "2026-03-02T11:30:00+01:00"),
      pause("2026-03-02T11:00:00+01:00", "2026-03-02T12:00:00+01:00"),
      pause("2026-03-02T12:00:00+01:00", "2026-03-02T13:00:00+01:00"),
      pause("2026-03-01T12:00:00+01:00", "2026-03-02T09:15:00+01:00"),
    ];
    expect(minutes(office, "2026-03-02T09:00:00+01:00", "2026-03-02T17:00:00+01:00", pauses)).toBe(
      285,
    );
  });
  test("while a pause lasts there is a due time only if it was reached before", () => {
    const lasting = pause("2026-03-02T11:00:00+01:00", null);
    expect(due(office, "2026-03-02T10:00:00+01:00", 61, [lasting])).toBe("paused");
    expect(due(office, "2026-03-02T10:00:00+01:00", 60, [lasting])).toBe("2026-03-02T10:00:00Z");
    expect(
      minutes(office, "2026-03-02T10:00:00+01:00", "2026-03-04T10:00:00+01:00", [lasting]),
    ).toBe(60);
  });
  test("a holiday in the pause costs nothing twice", () => {
    const calendar = aCalendar({ holidays: ["2026-03-03"] });
    const over = pause("2026-03-02T16:00:00+01:00", "2026-03-04T10:00:00+01:00");
    expect(due(calendar, "2026-03-02T15:00:00+01:00", 120, [over])).toBe("2026-03-04T10:00:00Z");
  });
});

describe("calendars without hours", () => {
  test("one that never opens never falls due, paused or not", () => {
    const never = aCalendar({ weekly: {} });
    expect(due(never, "2026-03-02T10:00:00Z", 1)).toBe("never");
    expect(due(never, "2026-03-02T10:00:00Z", 1, [pause("2026-03-02T10:00:00Z", null)])).toBe(
      "never",
    );
    expect(minutes(never, "2026-03-02T10:00:00Z", "2036-03-02T10:00:00Z")).toBe(0);
  });
  test("one whose only hours are over, or too few, neither", () => {
    const once = aCalendar({ weekly: {}, exceptions: { "2026-03-02": [["09:00", "10:00"]] } });
    expect(due(once, "2026-03-02T00:00:00Z", 60)).toBe("2026-03-02T09:00:00Z");
    expect(due(once, "2026-03-02T00:00:00Z", 61)).toBe("never");
    expect(due(once, "2026-03-03T00:00:00Z", 1)).toBe("never");
  });
  test("exceptions that are holidays do not open it", () => {
    const calendar = aCalendar({
      weekly: {},
      holidays: ["2026-03-02"],
      exceptions: { "2026-03-02": [["09:00", "10:00"]] },
    });
    expect(due(calendar, "2026-03-01T00:00:00Z", 1)).toBe("never");
  });
  test("nothing falls due after the year 9999", () => {
    const rare = aCalendar({ weekly: { mon: [["00:00", "00:01"]] } });
    expect(due(rare, "2026-03-01T00:00:00Z", 1e9)).toBe("never");
  });
});

test("an end that is not after the start has no minutes", () => {
  expect(minutes(aCalendar(), "2026-03-02T12:00:00Z", "2026-03-02T12:00:00Z")).toBe(0);
  expect(minutes(aCalendar(), "2026-03-02T12:00:00Z", "2026-03-02T10:00:00Z")).toBe(0);
});
