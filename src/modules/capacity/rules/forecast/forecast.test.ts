import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Forecast, forecastOf } from "./forecast";
import { type LocalClock, weekHours } from "./season";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A Monday. */
const fromMs = Date.UTC(2026, 0, 5);
const utc: LocalClock = { offsetMsAt: () => 0, holidays: new Set() };

const made = (weeks: number, countOf: (hour: number, week: number, slot: number) => number) =>
  Array.from({ length: weeks * weekHours }, (_, hour) =>
    countOf(hour, Math.floor(hour / weekHours), hour % weekHours),
  );
const atNineOnWeekdays = (slot: number) => (slot < 120 && slot % 24 >= 9 && slot % 24 < 17 ? 8 : 1);

function found(counts: readonly number[], clock = utc): Forecast {
  const forecast = forecastOf({ fromMs, counts }, clock);
  if (forecast === null) throw new Error("there is enough to learn from");
  return forecast;
}

/** The same numbers every time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
function poisson(mean: number, random: () => number): number {
  const none = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > none; product *= random()) count += 1;
  return count;
}

describe("a course that repeats", () => {
  test("is foretold exactly", () => {
    const { hours, backTest } = found(made(12, (_, __, slot) => atNineOnWeekdays(slot)));
    for (const [index, { expected }] of hours.entries())
      expect(expected).toBeCloseTo(atNineOnWeekdays(index % weekHours), 8);
    expect(backTest.seasonal.share).toBeCloseTo(0, 8);
    expect(backTest.origins).toBe(5);
  });

  test("with chance on top is foretold within a tenth, better than last week, and its interval holds", () => {
    const random = chance(7);
    const counts = made(26, (_, __, slot) => poisson(atNineOnWeekdays(slot), random));
    const { hours, days, backTest } = found(counts);
    expect(backTest.method).toBe("seasonal");
    expect(backTest.seasonal.share).toBeLessThan((backTest.lastWeek.share ?? 0) * 0.85);
    const truth = made(4, (_, __, slot) => atNineOnWeekdays(slot));
    const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0);
    const all = sum(hours.map(({ expected }) => expected));
    expect(Math.abs(all / sum(truth) - 1)).toBeLessThan(0.1);
    expect(backTest.inside).toBeGreaterThan(0.85);
    expect(backTest.insideOfDays).toBeGreaterThan(0.8);
    expect(days).toHaveLength(28);
  });

  test("that doubles is followed", () => {
    const counts = made(16, (_, week, slot) => atNineOnWeekdays(slot) * (week < 8 ? 2 : 4));
    const [first] = found(counts).days;
    expect(first?.expected).toBeGreaterThan(4 * 80 * 0.9);
  });
});

describe("a holiday", () => {
  const holiday = (week: number, weekday: number) => fromMs / dayMs + week * 7 + weekday;

  test("looks like a Sunday until there were some", () => {
    const clock = { ...utc, holidays: new Set([holiday(12, 2)]) };
    const random = chance(11);
    const counts = made(12, (_, __, slot) => poisson(atNineOnWeekdays(slot), random));
    const { days, backTest } = found(counts, clock);
    expect(backTest.method).toBe("seasonal");
    expect(days[2]).toMatchObject({ isHoliday: true });
    // A Sunday has 24, a Wednesday 80.
    expect(days[2]?.expected).toBeLessThan(34);
    expect(days[1]?.expected).toBeGreaterThan(68);
  });

  test("is then as those before it were, and they leave the other days alone", () => {
    const past = [holiday(3, 1), holiday(9, 4)];
    const clock = { ...utc, holidays: new Set([...past, holiday(12, 2)]) };
    const counts = made(12, (hour, __, slot) =>
      past.includes(fromMs / dayMs + Math.floor(hour / 24)) ? 0 : atNineOnWeekdays(slot),
    );
    const { days } = found(counts, clock);
    expect(days[2]?.expected).toBeCloseTo(0, 6);
    expect(days[1]?.expected).toBeCloseTo(80, 6);
  });
});

test("where the course beats last week's same hour nowhere, that one is used and it is said", () => {
  const random = chance(3);
  const level = new Array<number>(weekHours).fill(50);
  const counts = made(16, (_, __, slot) => {
    level[slot] = Math.max(0, (level[slot] ?? 0) + Math.round((random() - 0.5) * 60));
    return level[slot] ?? 0;
  });
  const { backTest, hours } = found(counts);
  expect(backTest.method).toBe("last week");
  expect(hours[0]?.expected).toBe(counts.at(-weekHours));
});

test("less than eight weeks foretell nothing", () => {
  const counts = made(8, () => 1).slice(1);
  expect(forecastOf({ fromMs, counts }, utc)).toBeNull();
});

test("hours are those of the local clock when it is put forward", () => {
  // Berlin: the last Sunday of March.
  const change = Date.UTC(2026, 2, 29, 1);
  const clock = { ...utc, offsetMsAt: (ms: number) => (ms < change ? hourMs : 2 * hourMs) };
  const counts = made(10, (hour) => {
    const local = new Date(fromMs + hour * hourMs + hourMs);
    return local.getUTCHours() === 9 ? 10 : 0;
  });
  const busy = found(counts, clock).hours.filter(({ expected }) => expected > 1);
  const after = busy.filter(({ atMs }) => atMs > change);
  expect(after.length).toBeGreaterThan(5);
  for (const { atMs } of after) expect(new Date(atMs).getUTCHours()).toBe(7);
});

const anyCounts = fc
  .integer({ min: 8, max: 14 })
  .chain((count) =>
    fc.tuple(fc.constant(count), fc.array(fc.nat(30), { minLength: 40, maxLength: 40 })),
  );

test("whatever came, expectations are numbers at or above 0 inside their intervals", () => {
  fc.assert(
    fc.property(anyCounts, ([count, values]) => {
      const counts = made(count, (hour) => values[(hour * 7) % values.length] ?? 0);
      for (const { expected, low, high } of found(counts).hours) {
        expect(expected).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(expected)).toBe(true);
        expect(low ?? 0).toBeLessThanOrEqual(expected + 1e-9);
        expect(high ?? expected).toBeGreaterThanOrEqual(expected - 1e-9);
      }
    }),
    { numRuns: 25 },
  );
});

test("three times as much of everything is three times as much expected", () => {
  fc.assert(
    fc.property(anyCounts, ([count, values]) => {
      const counts = made(count, (hour) => values[(hour * 11) % values.length] ?? 0);
      const [once, thrice] = [found(counts), found(counts.map((each) => each * 3))];
      expect(thrice.backTest.method).toBe(once.backTest.method);
      for (const [index, { expected }] of once.hours.entries())
        expect(thrice.hours[index]?.expected).toBeCloseTo(expected * 3, 6);
    }),
    { numRuns: 15 },
  );
});
