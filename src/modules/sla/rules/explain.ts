import { type BusinessCalendar, openingsOn, type Stretch } from "./calendar";
import type { ClockReading } from "./clock";
import { dayAt, dayStart } from "./local-time";
import { withoutPauses } from "./pauses";
import { isDone } from "./ticket-events";

export type SpanReason = "open" | "closed_hours" | "holiday" | "paused" | "resolved";

export interface Span extends Stretch {
  readonly counts: boolean;
  readonly reason: SpanReason;
}

const span = (fromMs: number, toMs: number, reason: SpanReason): Span => ({
  fromMs,
  toMs,
  counts: reason === "open",
  reason,
});

/** The hours of one local day, closed ones included, as far as they lie in the stretch. */
function spansOfDay(calendar: BusinessCalendar, day: number, within: Stretch): Span[] {
  const fromMs = Math.max(within.fromMs, dayStart(calendar.zone, day));
  const toMs = Math.min(within.toMs, dayStart(calendar.zone, day + 1));
  if (calendar.holidays.has(day)) return [span(fromMs, toMs, "holiday")];
  const spans: Span[] = [];
  let atMs = fromMs;
  for (const opening of openingsOn(calendar, day)) {
    const opensMs = Math.min(Math.max(opening.fromMs, fromMs), toMs);
    const closesMs = Math.min(Math.max(opening.toMs, fromMs), toMs);
    spans.push(span(atMs, opensMs, "closed_hours"), span(opensMs, closesMs, "open"));
    atMs = closesMs;
  }
  return [...spans, span(atMs, toMs, "closed_hours")];
}

function spansOfCalendar(calendar: BusinessCalendar, within: Stretch): Span[] {
  const spans: Span[] = [];
  const lastDay = dayAt(calendar.zone, within.toMs);
  for (let day = dayAt(calendar.zone, within.fromMs); day <= lastDay; day += 1) {
    spans.push(...spansOfDay(calendar, day, within));
  }
  return spans;
}

function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const next of spans) {
    if (next.toMs <= next.fromMs) continue;
    const last = joined.at(-1);
    if (last?.reason === next.reason && last.toMs === next.fromMs) {
      joined[joined.length - 1] = span(last.fromMs, next.toMs, next.reason);
    } else joined.push(next);
  }
  return joined;
}

/**
 * Every moment of a clock's course and why it counted or not, without gap or overlap, from its start to its
 * end or to now. While it stands still that is the reason, whether or not the calendar is open meanwhile. The
 * work is bounded by the days of the course.
 */
export function explainClock(
  calendar: BusinessCalendar,
  reading: ClockReading,
  nowMs: number,
): Span[] {
  const whole = { fromMs: reading.startMs, toMs: reading.endedAtMs ?? nowMs };
  if (whole.toMs <= whole.fromMs) return [];
  const stopped = reading.stops.map(({ fromMs, toMs, status }) =>
    span(fromMs, Math.min(toMs, whole.toMs), isDone(status) ? "resolved" : "paused"),
  );
  const counted = withoutPauses(whole, reading.stops).flatMap((stretch) =>
    spansOfCalendar(calendar, stretch),
  );
  return joinSpans([...stopped, ...counted].toSorted((a, b) => a.fromMs - b.fromMs));
}

/** Little is left: at most `riskShare` of the target, of a clock that can still be met. */
export function isAtRisk(reading: ClockReading, riskShare: number): boolean {
  if (reading.state !== "running" && reading.state !== "paused") return false;
  // A share such as 0.1 is no exact number, and a tenth of a minute left is a tenth.
  const toleranceMs = 1e-6;
  return reading.targetMs - reading.spentMs <= reading.targetMs * riskShare + toleranceMs;
}
