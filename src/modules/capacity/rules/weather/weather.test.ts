import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Waited, withBacklog } from "./backlog";
import { quantileOf } from "./nearest";
import { sayableMs } from "./sayable";
import { weatherOf } from "./weather";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const startMs = Date.UTC(2026, 8, 7);

/** The same numbers every time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return (state + 0.5) / 4_294_967_296;
  };
}
const normal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());

/** A ticket every twenty minutes or so; at night replies take as long again as until the morning. */
function history(count: number, waitOf: (askedMs: number, index: number) => number): Waited[] {
  const random = chance(5);
  let askedMs = startMs;
  return Array.from({ length: count }, (_, index) => {
    askedMs += -Math.log(random()) * 20 * minuteMs;
    return { askedMs, repliedMs: askedMs + waitOf(askedMs, index), goneMs: null };
  });
}
const byDayAndNight = (seed: number) => {
  const random = chance(seed);
  return (askedMs: number) => {
    const hour = (askedMs / hourMs) % 24;
    const median = hour >= 8 && hour < 18 ? 40 * minuteMs : 9 * hourMs;
    return median * Math.exp(0.7 * normal(random));
  };
};
const nowAfter = (tickets: readonly Waited[]) => (tickets.at(-1)?.askedMs ?? 0) + minuteMs;
/** What was replied after now is not known now. */
const seenAt = (tickets: readonly Waited[], nowMs: number) =>
  tickets.map((ticket) =>
    ticket.repliedMs !== null && ticket.repliedMs > nowMs ? { ...ticket, repliedMs: null } : ticket,
  );

describe("a queue whose replies are slow at night", () => {
  const tickets = history(1_500, byDayAndNight(9));

  test("holds its back-test, and says by day and by night what is true then", () => {
    const at = (hour: number) => {
      const day = Math.floor(nowAfter(tickets) / (24 * hourMs)) * 24 * hourMs;
      const nowMs = day - 24 * hourMs + hour * hourMs;
      return weatherOf(
        seenAt(
          tickets.filter(({ askedMs }) => askedMs < nowMs),
          nowMs,
        ),
        nowMs,
      );
    };
    for (const weather of [at(12), at(23)]) {
      expect(weather.tried).toBeGreaterThan(300);
      expect(weather.underP50).toBeGreaterThanOrEqual(0.45);
      expect(weather.underP50).toBeLessThanOrEqual(0.55);
      expect(weather.underP90).toBeGreaterThanOrEqual(0.85);
      expect(weather.underP90).toBeLessThanOrEqual(0.95);
    }
    expect(at(12).msP50).toBeGreaterThan(25 * minuteMs);
    expect(at(12).msP50).toBeLessThan(70 * minuteMs);
    expect(at(23).msP50).toBeGreaterThan(5 * hourMs);
    expect(at(23).msP90).toBeGreaterThan(at(23).msP50 ?? 0);
  });
});

test("where times change so that what was foretold did not hold, nothing is shown", () => {
  const usual = byDayAndNight(9);
  const broken = history(1_500, (askedMs, index) => usual(askedMs) * (index > 1_400 ? 200 : 1));
  const nowMs = nowAfter(broken) + 40 * 24 * hourMs;
  const weather = weatherOf(seenAt(broken, nowMs), nowMs);
  expect(weather.tried).toBeGreaterThan(300);
  expect(weather.underP90).toBeLessThan(0.85);
  expect(weather.msP50).toBeNull();
  expect(weather.msP90).toBeNull();
});

test("too few replies claim nothing", () => {
  const few = history(80, byDayAndNight(1));
  expect(weatherOf(few, nowAfter(few))).toMatchObject({ msP50: null, msP90: null });
  expect(weatherOf([], startMs)).toEqual({
    backlog: 0,
    msP50: null,
    msP90: null,
    tried: 0,
    underP50: null,
    underP90: null,
  });
});

test("what lay before a ticket is what had come and not ended, counted one by one", () => {
  const anyTicket = fc.record({
    askedMs: fc.nat(100),
    waited: fc.option(fc.nat({ max: 50 }), { nil: null }),
    isGone: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anyTicket, { maxLength: 30 }), (given) => {
      const tickets = given.map(({ askedMs, waited, isGone }): Waited => {
        const endMs = waited === null ? null : askedMs + 1 + waited;
        return { askedMs, repliedMs: isGone ? null : endMs, goneMs: isGone ? endMs : null };
      });
      const { arrivals, waiting } = withBacklog(tickets);
      const ends = (one: Waited) => one.repliedMs ?? one.goneMs ?? Number.POSITIVE_INFINITY;
      for (const [index, arrival] of arrivals.entries()) {
        const before = arrivals.slice(0, index);
        expect(arrival.backlog).toBe(before.filter((one) => ends(one) > arrival.askedMs).length);
      }
      expect(waiting).toBe(tickets.filter((one) => ends(one) === Number.POSITIVE_INFINITY).length);
    }),
  );
});

test("a weighted quantile is the plain one where all weigh alike", () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((waitedMs) => ({ waitedMs, weight: 2 }));
  expect(quantileOf(waits, 0.5)).toBe(5);
  expect(quantileOf(waits, 0.9)).toBe(9);
});

test("a wait is said no more precisely than it can be known, and never too short", () => {
  expect(sayableMs(21 * minuteMs)).toBe(25 * minuteMs);
  expect(sayableMs(4 * hourMs + 50 * minuteMs)).toBe(5 * hourMs);
  expect(sayableMs(1)).toBe(5 * minuteMs);
});
