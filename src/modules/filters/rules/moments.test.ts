import fc from "fast-check";
import { expect, test } from "vitest";
import { type Moment, type PeriodUnit, stretchOf } from "./moments";

const zones = [
  "UTC",
  "Europe/Berlin",
  "America/Sao_Paulo",
  "America/Havana",
  "Asia/Beirut",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Apia",
];
const anyInstant = fc.oneof(
  fc.date({ min: new Date("2012-01-01Z"), max: new Date("2030-01-01Z"), noInvalidDate: true }),
  // Midnight twice in Havana; no midnight in São Paulo, and one that is reached twice; none in Beirut.
  fc.constantFrom(
    new Date("2015-11-01T04:30:00Z"),
    new Date("2015-11-01T05:00:00Z"),
    new Date("2018-11-04T03:00:00Z"),
    new Date("2018-02-18T02:30:00Z"),
    new Date("2021-03-27T22:00:00Z"),
  ),
);
const anyPlace = fc.record({ now: anyInstant, zone: fc.constantFrom(...zones) });

const calendars = new Map(
  zones.map((zone) => {
    return [zone, new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" })];
  }),
);

/** The day that a calendar on the wall shows, told without our own arithmetic. */
function wallDay(atMs: number, zone: string): Date {
  return new Date(`${calendars.get(zone)?.format(atMs)}T00:00:00Z`);
}

/** Two instants are in the same period when this is the same for both. */
function periodName(unit: PeriodUnit, atMs: number, zone: string): string {
  const day = wallDay(atMs, zone);
  if (unit === "week") day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  const chars = { day: 10, week: 10, month: 7, year: 4 };
  return day.toISOString().slice(0, chars[unit]);
}

test.each(["day", "week", "month", "year"] as const)(
  "this %s starts and ends when the clocks of the zone say so, clock changes included",
  (unit) => {
    fc.assert(
      fc.property(anyPlace, ({ now, zone }) => {
        const { startMs, endMs } = stretchOf({ period: unit, offset: 0 }, now, zone);
        const name = (atMs: number) => periodName(unit, atMs, zone);
        const current = name(now.getTime());
        expect(startMs <= now.getTime() && now.getTime() < endMs).toBe(true);
        expect([name(startMs), name(endMs - 1)]).toEqual([current, current]);
        expect([name(startMs - 1), name(endMs)]).not.toContain(current);
      }),
      { numRuns: 500 },
    );
  },
);

test("a month before the 31st of March is the last of February, at the same time of day", () => {
  const moment: Moment = { fromNow: -1, unit: "mo" };
  const { startMs } = stretchOf(moment, new Date("2026-03-31T10:00:00Z"), "UTC");
  expect(new Date(startMs).toISOString()).toBe("2026-02-28T10:00:00.000Z");
});

test("a year before a leap day is the 28th", () => {
  const now = new Date("2028-02-29T00:00:00Z");
  const { startMs } = stretchOf({ fromNow: -1, unit: "y" }, now, "UTC");
  expect(new Date(startMs).toISOString()).toBe("2027-02-28T00:00:00.000Z");
});

test("half past two in the night when the clocks go forward is an hour later", () => {
  const { startMs } = stretchOf({ at: "2026-03-29T02:30" }, new Date(0), "Europe/Berlin");
  expect(new Date(startMs).toISOString()).toBe("2026-03-29T01:30:00.000Z");
});
