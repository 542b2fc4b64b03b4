import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BusinessCalendar } from "./calendar";
import { readClocks, type Targets } from "./clock";
import { explainClock, isAtRisk } from "./explain";
import { formatInstant } from "./instant";
import { metrics } from "./metrics";
import { aCalendar } from "./sample-calendars";
import { aPolicy, becomes, berlin, created, replied } from "./sample-tickets";
import { type TicketEvent, ticketStatuses } from "./ticket-events";
import { minuteMs } from "./units";

function spans(calendar: BusinessCalendar, events: TicketEvent[], nowMs: number, targets: Targets) {
  const clocks = readClocks(events, aPolicy(targets), calendar, nowMs);
  const reading = clocks.resolution ?? clocks.firstResponse;
  if (!reading) throw new Error("There is no clock.");
  return explainClock(calendar, reading, nowMs).map(
    ({ fromMs, toMs, reason, counts }) =>
      `${formatInstant(fromMs).slice(5, 16)} ${formatInstant(toMs).slice(5, 16)} ${reason}${counts ? " +" : ""}`,
  );
}

describe("the reasons of a clock", () => {
  test("a weekend, a holiday, a wait and a reopening each have theirs", () => {
    const events = [
      { type: "created", atMs: berlin("16:00", "2026-02-27") },
      becomes("10:00", "pending"),
      becomes("11:00", "open"),
      becomes("12:00", "resolved"),
      { type: "status", atMs: berlin("10:00", "2026-03-04"), to: "open" },
    ] satisfies TicketEvent[];
    const calendar = aCalendar({ holidays: ["2026-03-05"] });
    expect(spans(calendar, events, berlin("10:00", "2026-03-06"), { resolution: 600 })).toEqual([
      "02-27T15:00 02-27T16:00 open +",
      "02-27T16:00 03-02T08:00 closed_hours",
      "03-02T08:00 03-02T09:00 open +",
      "03-02T09:00 03-02T10:00 paused",
      "03-02T10:00 03-02T11:00 open +",
      "03-02T11:00 03-04T09:00 resolved",
      "03-04T09:00 03-04T16:00 open +",
      "03-04T16:00 03-04T23:00 closed_hours",
      "03-04T23:00 03-05T23:00 holiday",
      "03-05T23:00 03-06T08:00 closed_hours",
      "03-06T08:00 03-06T09:00 open +",
    ]);
  });
  test("a met clock is explained to the event that met it", () => {
    const events = [created("10:00"), replied("10:40")];
    expect(spans(aCalendar(), events, berlin("16:00"), { firstResponse: 60 })).toEqual([
      "03-02T09:00 03-02T09:40 open +",
    ]);
  });
  test("a clock that has just begun has none", () => {
    expect(spans(aCalendar(), [created("10:00")], berlin("10:00"), { firstResponse: 60 })).toEqual(
      [],
    );
  });
});

describe("at risk", () => {
  const risk = (now: string, ...events: TicketEvent[]) => {
    const { firstResponse } = readClocks(
      events,
      aPolicy({ firstResponse: 60 }),
      aCalendar(),
      berlin(now),
    );
    return firstResponse && isAtRisk(firstResponse, 0.25);
  };
  test("begins when a quarter is left and ends with the breach", () => {
    expect(risk("10:44", created("10:00"))).toBe(false);
    expect(risk("10:45", created("10:00"))).toBe(true);
    expect(risk("11:00", created("10:00"))).toBe(true);
    expect(risk("11:01", created("10:00"))).toBe(false);
  });
  test("a clock that waits with little left is at risk, a met one is not", () => {
    expect(risk("15:00", created("10:00"), becomes("10:50", "pending"))).toBe(true);
    expect(risk("15:00", created("10:00"), becomes("10:30", "pending"))).toBe(false);
    expect(risk("15:00", created("10:00"), replied("10:50"))).toBe(false);
  });
});

const minute = fc
  .integer({ min: 0, max: 14 * 24 * 60 })
  .map((n) => berlin("00:00", "2026-03-20") + n * minuteMs);
const anEvent: fc.Arbitrary<TicketEvent> = fc.oneof(
  fc.record({
    type: fc.constantFrom("customer_message" as const, "agent_reply" as const),
    atMs: minute,
  }),
  fc.record({
    type: fc.constant("status" as const),
    atMs: minute,
    to: fc.constantFrom(...ticketStatuses),
  }),
);
const aTicket = fc
  .tuple(
    minute,
    fc.option(fc.constantFrom(...ticketStatuses), { nil: undefined }),
    fc.array(anEvent, { maxLength: 12 }),
  )
  .map(([atMs, status, events]): TicketEvent[] => [{ type: "created", atMs, status }, ...events]);
const aTarget = fc.integer({ min: 1, max: 3_000 });
const targets = fc.record({ firstResponse: aTarget, nextResponse: aTarget, resolution: aTarget });

test("spans cover the course without gap or overlap, and those that count add up to the minutes", () => {
  const calendar = aCalendar({
    holidays: ["2026-03-25"],
    exceptions: { "2026-03-29": [["01:00", "05:00"]] },
  });
  fc.assert(
    fc.property(aTicket, targets, minute, (events, target, nowMs) => {
      const clocks = readClocks(events, aPolicy(target), calendar, nowMs);
      for (const reading of metrics.map((metric) => clocks[metric])) {
        if (!reading) continue;
        const told = explainClock(calendar, reading, nowMs);
        const counted = told.filter(({ counts }) => counts);
        expect(counted.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)).toBe(
          reading.spentMs,
        );
        let atMs = reading.startMs;
        for (const { fromMs, toMs } of told) {
          expect(fromMs).toBe(atMs);
          expect(toMs).toBeGreaterThan(fromMs);
          atMs = toMs;
        }
        expect(atMs).toBe(reading.endedAtMs ?? nowMs);
      }
    }),
  );
});

test("a breach lies behind its due time, and a clock never runs backwards", () => {
  const calendar = aCalendar();
  fc.assert(
    fc.property(aTicket, targets, minute, fc.nat(3_000), (events, target, nowMs, more) => {
      const [now, later] = [nowMs, nowMs + more * minuteMs].map((ms) =>
        readClocks(events, aPolicy(target), calendar, ms),
      );
      for (const metric of metrics) {
        const reading = now?.[metric];
        if (!reading) continue;
        const endMs = reading.endedAtMs ?? nowMs;
        if (reading.dueMs === null) expect(reading.state).toBe("paused");
        else if (reading.state === "breached") expect(reading.dueMs).toBeLessThan(endMs);
        else expect(reading.dueMs).toBeGreaterThan(reading.startMs);
        const after = later?.[metric];
        if (after?.startMs === reading.startMs && metric !== "resolution") {
          expect(after.spentMs).toBeGreaterThanOrEqual(reading.spentMs);
        }
      }
    }),
  );
});

test("the order in which events are told does not matter", () => {
  fc.assert(
    fc.property(aTicket, targets, minute, (events, target, nowMs) => {
      const distinct = new Set(events.map(({ atMs }) => atMs));
      fc.pre(distinct.size === events.length);
      const told = readClocks(events, aPolicy(target), aCalendar(), nowMs);
      expect(readClocks(events.toReversed(), aPolicy(target), aCalendar(), nowMs)).toEqual(told);
    }),
  );
});
