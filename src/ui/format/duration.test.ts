import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clockPrecision, dueSince, durationWords, leftOrLate } from "./duration";

const minute = 60_000;
const unitMs: Readonly<Record<string, number>> = {
  d: 1_440 * minute,
  h: 60 * minute,
  min: minute,
  s: 1_000,
};

function readBack(words: string): number {
  const found = [...words.matchAll(/(\d+) (d|h|min|s)\b/gu)];
  return found.reduce((sum, [, count, unit]) => sum + Number(count) * (unitMs[unit ?? ""] ?? 0), 0);
}

test("durations read as people say them", () => {
  expect(durationWords(72 * minute)).toBe("1 h 12 min");
  expect(durationWords(60 * minute)).toBe("1 h");
  expect(durationWords(27 * 60 * minute)).toBe("1 d 3 h");
  expect(durationWords(24 * 60 * minute + 5 * minute)).toBe("1 d");
  expect(durationWords(59_999)).toBe("under 1 min");
  expect(durationWords(42_000, "en-GB", "second")).toBe("42 s");
  expect(leftOrLate(-22 * minute)).toBe("22 min late");
  expect(leftOrLate(72 * minute)).toBe("1 h 12 min left");
  expect(leftOrLate(-22 * minute, "de")).toBe("22 min zu spät");
  expect(dueSince(-22 * minute)).toBe("due 22 min ago");
});

test("a clock goes by the second only below five minutes", () => {
  expect(clockPrecision(5 * minute)).toBe("minute");
  expect(clockPrecision(5 * minute - 1)).toBe("second");
  expect(clockPrecision(-1)).toBe("second");
});

describe("what a duration says is never more than it is", () => {
  const anyMs = fc.integer({ min: minute, max: 9 * 1_440 * minute });

  test("and less than one of its smaller unit below it", () => {
    fc.assert(
      fc.property(anyMs, fc.constantFrom("minute" as const, "second" as const), (ms, precision) => {
        const said = readBack(durationWords(ms, "en-GB", precision));
        expect(said).toBeLessThanOrEqual(ms);
        expect(ms - said).toBeLessThan(ms >= 1_440 * minute ? 60 * minute : minute);
      }),
    );
  });

  test("and a longer one never reads shorter", () => {
    fc.assert(
      fc.property(anyMs, anyMs, (one, other) => {
        const [short, long] = one < other ? [one, other] : [other, one];
        expect(readBack(durationWords(short))).toBeLessThanOrEqual(readBack(durationWords(long)));
      }),
    );
  });
});
