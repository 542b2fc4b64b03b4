import fc from "fast-check";
import { expect, test } from "vitest";
import { keptClocks, laterState, nextCheckAtMs } from "./kept-clock";
import { aCalendar, aroundTheClock, at } from "./sample-calendars";
import type { TicketEvent, TicketStatus } from "./ticket-events";
import { hourMs, minuteMs } from "./units";

const start = at("2026-03-02T08:00:00Z");
const zones = ["Europe/Berlin", "Asia/Kathmandu", "Pacific/Chatham", "America/New_York", "UTC"];
const statuses: TicketStatus[] = ["open", "pending", "on_hold", "resolved"];

const minutes = fc.integer({ min: 0, max: 60 * 24 * 40 });
const happened = fc.oneof(
  minutes.map((m): TicketEvent => ({ type: "customer_message", atMs: start + m * minuteMs })),
  minutes.map((m): TicketEvent => ({ type: "agent_reply", atMs: start + m * minuteMs })),
  fc
    .tuple(minutes, fc.constantFrom(...statuses))
    .map(([m, to]): TicketEvent => ({ type: "status", atMs: start + m * minuteMs, to })),
);
const stories = fc
  .array(happened, { maxLength: 8 })
  .map((rest): TicketEvent[] => [{ type: "created", atMs: start }, ...rest]);
const calendars = fc
  .tuple(fc.constantFrom(...zones), fc.boolean())
  .map(([timeZone, always]) =>
    aCalendar(always ? { timeZone, weekly: aroundTheClock } : { timeZone }),
  );
const pausing = fc.subarray<TicketStatus>(["pending", "on_hold"]);
const promises = fc
  .tuple(fc.integer({ min: 1, max: 6_000 }), pausing, fc.constantFrom(0, 0.1, 0.25, 1 / 3, 0.5))
  .map(([target, pauses, riskShare]) => ({
    targets: { firstResponse: target, nextResponse: target, resolution: target * 3 },
    pauseOn: { firstResponse: pauses, nextResponse: pauses, resolution: pauses },
    riskShare,
  }));

const lastMs = (events: readonly TicketEvent[]) => Math.max(...events.map(({ atMs }) => atMs));

test("what is stored foretells what a clock will be, until something happens", () => {
  fc.assert(
    fc.property(stories, promises, calendars, minutes, (events, policy, calendar, later) => {
      const from = lastMs(events);
      const then = from + later * minuteMs;
      const kept = keptClocks(events, policy, calendar, from);
      const again = keptClocks(events, policy, calendar, then);
      for (const [index, clock] of kept.entries())
        expect(laterState(clock, then)).toBe(again[index]?.state);
    }),
    { numRuns: 300 },
  );
});

test("between two looks that were foretold nothing changes, and at the look something does", () => {
  fc.assert(
    fc.property(stories, promises, calendars, (events, policy, calendar) => {
      const from = lastMs(events);
      for (const clock of keptClocks(events, policy, calendar, from)) {
        const check = nextCheckAtMs(clock);
        if (check === null) continue;
        expect(check).toBeGreaterThan(from);
        expect(laterState(clock, check - 1)).toBe(clock.state);
        expect(laterState(clock, check)).not.toBe(clock.state);
      }
    }),
    { numRuns: 300 },
  );
});

test("what is due at closing time is late when the doors open again, and not before", () => {
  const pauseOn = { firstResponse: [], nextResponse: [], resolution: [] };
  const policy = { targets: { firstResponse: 8 * 60 }, pauseOn, riskShare: 0 };
  // Asked on Sunday, promised within the eight hours of Monday.
  const events: TicketEvent[] = [{ type: "created", atMs: at("2026-03-01T12:00:00Z") }];
  const closing = at("2026-03-02T16:00:00Z");
  const opening = at("2026-03-03T08:00:00Z");
  for (const nowMs of [closing, closing + 1, opening]) {
    const [clock] = keptClocks(events, policy, aCalendar(), nowMs);
    expect(clock).toMatchObject({ state: "running", dueAtMs: closing, lateAtMs: opening + 1 });
    expect(clock && nextCheckAtMs(clock)).toBe(opening + 1);
  }
  const [late] = keptClocks(events, policy, aCalendar(), opening + 1);
  expect(late).toMatchObject({ state: "breached", dueAtMs: closing });
});

test("a state only goes on in its order: running, at risk, late", () => {
  const order = ["running", "at_risk", "breached"];
  fc.assert(
    fc.property(stories, promises, calendars, fc.array(minutes), (events, policy, cal, looks) => {
      const from = lastMs(events);
      for (const clock of keptClocks(events, policy, cal, from)) {
        const times = looks.map((m) => from + m * minuteMs).sort((a, b) => a - b);
        const seen = times.map((ms) => order.indexOf(laterState(clock, ms)));
        expect(seen).toEqual(seen.toSorted((a, b) => a - b));
      }
    }),
    { numRuns: 200 },
  );
});

test("a shorter target is never due later, a longer risk never begins later", () => {
  fc.assert(
    fc.property(stories, promises, calendars, (events, policy, calendar) => {
      const { firstResponse } = policy.targets;
      const shorter = { ...policy.targets, firstResponse: Math.max(1, firstResponse - 30) };
      const now = lastMs(events);
      const [long] = keptClocks(events, policy, calendar, now);
      const [short] = keptClocks(events, { ...policy, targets: shorter }, calendar, now);
      if (long?.dueAtMs != null)
        expect(short?.dueAtMs ?? Infinity).toBeLessThanOrEqual(long.dueAtMs);
      const early = { ...policy, riskShare: Math.min(0.9, policy.riskShare + 0.1) };
      const [risky] = keptClocks(events, early, calendar, now);
      if (long?.riskAtMs != null)
        expect(risky?.riskAtMs ?? Infinity).toBeLessThanOrEqual(long.riskAtMs);
    }),
    { numRuns: 300 },
  );
});

test("another priority midway counts from the first moment on, with what was spent", () => {
  const events: TicketEvent[] = [{ type: "created", atMs: start }];
  const pauseOn = { firstResponse: [], nextResponse: [], resolution: [] };
  const by = (firstResponse: number) =>
    keptClocks(
      events,
      { targets: { firstResponse }, pauseOn, riskShare: 0.25 },
      aCalendar(),
      start + hourMs,
    )[0];
  expect(by(240)).toMatchObject({ state: "running", spentMs: hourMs, dueAtMs: start + 4 * hourMs });
  expect(by(30)).toMatchObject({ state: "breached", spentMs: hourMs });
});
