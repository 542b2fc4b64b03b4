import fc from "fast-check";
import { expect, test } from "vitest";
import { type BusinessCalendar, compileCalendar, type Stretch } from "./calendar";
import { type CalendarDefinition, type ClockRange, weekdays } from "./calendar-definition";
import { dueAfter, elapsedMs } from "./due";
import { aDefinition, at } from "./sample-calendars";
import { minuteMs } from "./units";

const zones = [
  "Europe/Berlin",
  "Asia/Kathmandu",
  "Australia/Eucla",
  "Pacific/Chatham",
  "Australia/Lord_Howe",
  "America/Santiago",
  "America/Havana",
  "Asia/Beirut",
  "America/New_York",
  "UTC",
];
/** Days around which some of these zones change their clocks, and Apia's missing one. */
const days = [
  "2026-03-08",
  "2026-03-28",
  "2026-04-04",
  "2026-09-05",
  "2026-10-24",
  "2026-10-31",
  "2024-02-28",
];

const stepMs = 5 * minuteMs;
/** None of these lies within an hour that a clock shows twice, where opening and closing are a convention. */
const aDay = fc.constantFrom<ClockRange[]>(
  [],
  [["00:00", "24:00"]],
  [
    ["09:00", "12:30"],
    ["13:15", "17:00"],
  ],
  [
    ["18:00", "24:00"],
    ["00:00", "06:00"],
  ],
  [
    ["06:00", "08:30"],
    ["08:30", "18:00"],
  ],
);
const aWeek = fc.record(Object.fromEntries(weekdays.map((name) => [name, aDay])));
const aDate = fc
  .constantFrom(...days)
  .chain((date) =>
    fc
      .integer({ min: 0, max: 3 })
      .map((plus) => new Date(at(`${date}T00:00:00Z`) + plus * 86_400_000)),
  );
const isoDate = aDate.map((date) => date.toISOString().slice(0, 10));

const aDefinitionOfAny: fc.Arbitrary<CalendarDefinition> = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    weekly: aWeek,
    holidays: fc.array(isoDate, { maxLength: 2 }),
    exceptions: fc.dictionary(isoDate, aDay, { maxKeys: 2 }),
  })
  .map(aDefinition);

const anInstant = fc
  .tuple(aDate, fc.nat(1439))
  .map(([date, minute]) => date.getTime() + Math.floor(minute / 5) * stepMs);
const aPause = fc.tuple(anInstant, fc.nat(400)).map(([fromMs, steps]) => ({
  fromMs,
  toMs: fromMs + steps * stepMs,
}));
const pauses = fc.array(aPause, { maxLength: 4 });

/** Whether it is open, read off the clock on the wall: slow, and nothing here is shared with the rules. */
function wall(definition: CalendarDefinition): (instantMs: number) => boolean {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: definition.timeZone,
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return (instantMs) => {
    const shown = Object.fromEntries(
      format.formatToParts(instantMs).map(({ type, value }) => [type, value]),
    );
    const date = `${shown.year}-${shown.month}-${shown.day}`;
    if (definition.holidays.includes(date)) return false;
    const weekday = weekdays.find((name) => name === shown.weekday?.toLowerCase());
    const hours = definition.exceptions[date] ?? (weekday ? definition.weekly[weekday] : []) ?? [];
    const time = `${shown.hour}:${shown.minute}`;
    return hours.some(([opens, closes]) => opens <= time && time < closes);
  };
}

const paused = (instantMs: number, all: readonly Stretch[]) =>
  all.some(({ fromMs, toMs }) => fromMs <= instantMs && instantMs < toMs);

function countedStep(definition: CalendarDefinition, all: readonly Stretch[]) {
  const isOpen = wall(definition);
  return (instantMs: number) => !paused(instantMs, all) && isOpen(instantMs);
}

const elapsed = (calendar: BusinessCalendar, fromMs: number, toMs: number, all: Stretch[] = []) =>
  elapsedMs(calendar, { fromMs, toMs }, all);

test("the minutes are those that one counts at the wall clock", () => {
  fc.assert(
    fc.property(
      aDefinitionOfAny,
      anInstant,
      fc.nat(1_000),
      pauses,
      (definition, fromMs, steps, all) => {
        const counts = countedStep(definition, all);
        let slowMs = 0;
        for (let step = 0; step < steps; step += 1) {
          if (counts(fromMs + step * stepMs)) slowMs += stepMs;
        }
        const toMs = fromMs + steps * stepMs;
        expect(elapsed(compileCalendar(definition), fromMs, toMs, all)).toBe(slowMs);
      },
    ),
    { numRuns: 150 },
  );
});

test("the due time is the first moment at which the wall clock has counted them", () => {
  fc.assert(
    fc.property(
      aDefinitionOfAny,
      anInstant,
      fc.integer({ min: 1, max: 120 }),
      pauses,
      (definition, fromMs, target, all) => {
        const counts = countedStep(definition, all);
        let [leftMs, nowMs] = [target * stepMs, fromMs];
        for (let step = 0; step < 1_500 && leftMs > 0; step += 1, nowMs += stepMs) {
          if (counts(nowMs)) leftMs -= stepMs;
        }
        if (leftMs > 0) return;
        expect(dueAfter(compileCalendar(definition), fromMs, target * stepMs, all)).toEqual({
          kind: "at",
          atMs: nowMs,
        });
      },
    ),
    { numRuns: 150 },
  );
});

const moments = fc.array(fc.integer({ min: 0, max: 400 * 86_400_000 }), {
  minLength: 3,
  maxLength: 3,
});
const sorted = moments.map((list) =>
  list.map((ms) => at("2025-12-01T00:00:00Z") + ms).sort((a, b) => a - b),
);

test("splitting a span changes nothing, and more time is never less", () => {
  fc.assert(
    fc.property(aDefinitionOfAny, sorted, pauses, (definition, [a = 0, b = 0, c = 0], all) => {
      const calendar = compileCalendar(definition);
      const whole = elapsed(calendar, a, c, all);
      expect(elapsed(calendar, a, b, all) + elapsed(calendar, b, c, all)).toBe(whole);
      expect(elapsed(calendar, a, b, all)).toBeLessThanOrEqual(whole);
      expect(whole).toBeLessThanOrEqual(c - a);
    }),
  );
});

test("what a pause takes is exactly the business time in it", () => {
  fc.assert(
    fc.property(aDefinitionOfAny, sorted, (definition, [a = 0, b = 0, c = 0]) => {
      const calendar = compileCalendar(definition);
      const end = c + 86_400_000;
      expect(elapsed(calendar, a, end, [{ fromMs: b, toMs: c }])).toBe(
        elapsed(calendar, a, end) - elapsed(calendar, b, c),
      );
      expect(elapsed(calendar, b, c, [{ fromMs: a, toMs: end }])).toBe(0);
    }),
  );
});

test("at the due time the minutes have passed, and a millisecond before they had not", () => {
  const target = fc.integer({ min: 1, max: 200_000 * minuteMs });
  fc.assert(
    fc.property(
      aDefinitionOfAny,
      anInstant,
      target,
      pauses,
      (definition, fromMs, targetMs, all) => {
        const calendar = compileCalendar(definition);
        const due = dueAfter(calendar, fromMs, targetMs, all);
        if (due.kind !== "at") return;
        expect(elapsed(calendar, fromMs, due.atMs, all)).toBe(targetMs);
        expect(elapsed(calendar, fromMs, due.atMs - 1, all)).toBe(targetMs - 1);
      },
    ),
  );
});

test("a later start or a larger target is never due earlier", () => {
  const target = fc.integer({ min: 1, max: 10_000 * minuteMs });
  fc.assert(
    fc.property(
      aDefinitionOfAny,
      sorted,
      target,
      target,
      (definition, [a = 0, b = 0], one, two) => {
        const calendar = compileCalendar(definition);
        const due = (fromMs: number, targetMs: number) => {
          const found = dueAfter(calendar, fromMs, targetMs, []);
          return found.kind === "at" ? found.atMs : Number.POSITIVE_INFINITY;
        };
        expect(due(b, one)).toBeGreaterThanOrEqual(due(a, one));
        expect(due(a, Math.max(one, two))).toBeGreaterThanOrEqual(due(a, Math.min(one, two)));
      },
    ),
  );
});
