import fc from "fast-check";
import { expect, test } from "vitest";
import { momentOf, readWall, sendTimes, wallOf, wallText } from "./send-times";

const labelled = (iso: string, zone: string) =>
  Object.fromEntries(sendTimes(new Date(iso), zone).map((one) => [one.id, one.at.toISOString()]));

test("tomorrow and Monday begin at nine where one is", () => {
  expect(labelled("2026-11-26T22:24:00Z", "Europe/Berlin")).toEqual({
    hours: "2026-11-27T00:25:00.000Z",
    tomorrow: "2026-11-27T08:00:00.000Z",
    monday: "2026-11-30T08:00:00.000Z",
  });
  expect(labelled("2026-11-26T22:24:00Z", "Asia/Kathmandu").tomorrow).toBe(
    "2026-11-28T03:15:00.000Z",
  );
});

test("on a Sunday Monday is tomorrow, on a Monday it is a week away", () => {
  expect(labelled("2026-11-29T12:00:00Z", "UTC").monday).toBeUndefined();
  expect(labelled("2026-11-30T12:00:00Z", "UTC").monday).toBe("2026-12-07T09:00:00.000Z");
});

test("clocks that change over night do not move the morning", () => {
  expect(labelled("2026-03-28T20:00:00Z", "Europe/Berlin").tomorrow).toBe(
    "2026-03-29T07:00:00.000Z",
  );
  expect(labelled("2026-10-24T20:00:00Z", "Europe/Berlin").tomorrow).toBe(
    "2026-10-25T08:00:00.000Z",
  );
});

test("a time that somebody types is the one that their wall will show", () => {
  const zones = [
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "UTC",
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.date({ min: new Date("2026-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }),
      (zone, at) => {
        const wall = wallOf(at, zone);
        expect(wallOf(momentOf(wall, zone), zone)).toEqual(wall);
        expect(readWall(wallText(wall))).toEqual(wall);
      },
    ),
  );
});
