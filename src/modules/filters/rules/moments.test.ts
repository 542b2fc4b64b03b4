import fc from "fast-check";
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { type Moment, stretchOf } from "./moments";

const zones = [
  "UTC",
  "Europe/Berlin",
  "America/Sao_Paulo",
  "America/Havana",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Apia",
];
const anyInstant = fc.date({
  min: new Date("2012-01-01Z"),
  max: new Date("2030-01-01Z"),
  noInvalidDate: true,
});
const anyPlace = fc.record({ now: anyInstant, zone: fc.constantFrom(...zones) });

test.each(["day", "week", "month", "year"] as const)(
  "this %s starts and ends when the clocks of the zone say so, clock changes included",
  (unit) => {
    fc.assert(
      fc.property(anyPlace, ({ now, zone }) => {
        const { startMs, endMs } = stretchOf({ period: unit, offset: 0 }, now, zone);
        const there = DateTime.fromJSDate(now, { zone });
        const next = there
          .startOf(unit)
          .plus({ [unit]: 1 })
          .startOf(unit);
        expect([startMs, endMs]).toEqual([there.startOf(unit).toMillis(), next.toMillis()]);
      }),
      { numRuns: 1_000 },
    );
  },
);

test("a month before the 31st of March is the last of February, at the same time of day", () => {
  const moment: Moment = { fromNow: -1, unit: "mo" };
  const { startMs } = stretchOf(moment, new Date("2026-03-31T10:00:00Z"), "UTC");
  expect(new Date(startMs).toISOString()).toBe("2026-02-28T10:00:00.000Z");
});

test("a year before a leap day is the 28th", () => {
  const { startMs } = stretchOf(
    { fromNow: -1, unit: "y" },
    new Date("2028-02-29T00:00:00Z"),
    "UTC",
  );
  expect(new Date(startMs).toISOString()).toBe("2027-02-28T00:00:00.000Z");
});

test("half past two in the night when the clocks go forward is the moment they do or just after", () => {
  const { startMs } = stretchOf({ at: "2026-03-29T02:30" }, new Date(0), "Europe/Berlin");
  expect(new Date(startMs).toISOString()).toBe("2026-03-29T01:30:00.000Z");
});
