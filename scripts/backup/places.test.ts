import { expect, test } from "vitest";
import { type Base, baseFor, superfluous } from "./places";

const base = (day: number): Base => ({
  startedAt: `2026-11-0${day}T01:00:00Z`,
  endedAt: `2026-11-0${day}T02:00:00Z`,
  firstWal: `00000001000000000000000${day}`,
  lastWal: `00000001000000000000000${day}`,
  folder: `/backup/base-${day}`,
});
const bases = [base(1), base(3), base(5)];

test("a time is reached from the newest copy that was whole by then", () => {
  expect(baseFor(bases, undefined)).toBe(bases[2]);
  expect(baseFor(bases, new Date("2026-11-04T00:00:00Z"))).toBe(bases[1]);
  expect(baseFor(bases, new Date("2026-11-03T01:30:00Z"))).toBe(bases[0]);
  expect(baseFor(bases, new Date("2026-11-01T01:30:00Z"))).toBeUndefined();
});

test("pruning keeps the newest copies and all of the log since the oldest of them", () => {
  const wal = [1, 2, 3, 4, 5].map((day) => `00000001000000000000000${day}`);
  const away = superfluous(bases, [...wal, "00000002.history"], 2);
  expect(away.bases).toEqual([bases[0]]);
  expect(away.wal).toEqual(wal.slice(0, 2));
  expect(superfluous(bases, wal, 9)).toEqual({ bases: [], wal: [] });
});
