import fc from "fast-check";
import { expect, test } from "vitest";
import { isoOf } from "./plain-times";

test("a time reads as a Date would print it", () => {
  const times = fc.date({
    min: new Date("1970-01-01"),
    max: new Date("2999-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(times, (at) => {
      const [seconds, fraction = ""] = at.toISOString().slice(0, 23).replace("T", " ").split(".");
      const trimmed = fraction.replace(/0+$/, "");
      const text = trimmed === "" ? `${seconds}+00` : `${seconds}.${trimmed}+00`;
      expect(isoOf(text)).toBe(at.toISOString());
    }),
  );
});

test("microseconds are cut, and another zone is told in UTC", () => {
  expect(isoOf("2026-03-29 02:30:00.123987+00")).toBe("2026-03-29T02:30:00.123Z");
  expect(isoOf("2026-03-29 02:30:00+02")).toBe("2026-03-29T00:30:00.000Z");
});
