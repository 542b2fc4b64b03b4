import type { BusinessCalendar } from "./calendar";
import { dueAfter, elapsedMs } from "./due";
import { courseOf, type Metric, metrics } from "./metrics";
import {
  isDone,
  readStory,
  type StatusStretch,
  type TicketEvent,
  type TicketStatus,
  type TicketStory,
} from "./ticket-events";
import { wholeMs } from "./units";

/** Business minutes by metric; a metric without a target has no clock. */
export type Targets = Readonly<Partial<Record<Metric, number | undefined>>>;

/** The statuses in which a clock stands still, by metric. */
export type PauseOn = Readonly<Record<Metric, readonly TicketStatus[]>>;

export interface ClockPolicy {
  readonly targets: Targets;
  readonly pauseOn: PauseOn;
}

export type ClockState = "running" | "paused" | "met" | "breached";

export interface ClockReading {
  readonly state: ClockState;
  readonly startMs: number;
  /** When the event that meets the target came; null while it has not. */
  readonly endedAtMs: number | null;
  /** When the target runs out; null while the clock stands still or where that cannot be. */
  readonly dueMs: number | null;
  /** The calendar has too few hours left for the target ever to run out. */
  readonly neverDue: boolean;
  readonly spentMs: number;
  readonly targetMs: number;
  /** When it stood still, from its start to its end or beyond now (Infinity). */
  readonly stops: readonly StatusStretch[];
}

export type Clocks = Readonly<Record<Metric, ClockReading | null>>;

/**
 * What happens after a clock's end does not move its deadline any more: what stood still at that moment is
 * taken to go on from there, so a met clock keeps the deadline that it has met.
 */
function stopsOf(
  { statuses }: TicketStory,
  pauseOn: readonly TicketStatus[],
  fromMs: number,
  untilMs: number,
): StatusStretch[] {
  return statuses
    .filter(({ status }) => isDone(status) || pauseOn.includes(status))
    .map((stop) => ({
      status: stop.status,
      fromMs: Math.max(stop.fromMs, fromMs),
      toMs: Math.min(stop.toMs, untilMs),
    }))
    .filter((stop) => stop.toMs > stop.fromMs);
}

function read(
  story: TicketStory,
  metric: Metric,
  policy: ClockPolicy,
  calendar: BusinessCalendar,
  nowMs: number,
): ClockReading | null {
  const targetMinutes = policy.targets[metric];
  if (targetMinutes === undefined) return null;
  const targetMs = wholeMs(targetMinutes);
  const { startMs, endedAtMs } = courseOf[metric](story);
  const stops = stopsOf(story, policy.pauseOn[metric], startMs, endedAtMs ?? Infinity);
  const spentMs = elapsedMs(calendar, { fromMs: startMs, toMs: endedAtMs ?? nowMs }, stops);
  const due = dueAfter(calendar, startMs, targetMs, stops);
  const dueMs = due.kind === "at" ? due.atMs : null;
  const neverDue = due.kind === "never";
  const stands = stops.at(-1)?.toMs === Infinity;
  const course = { startMs, endedAtMs, dueMs, neverDue, spentMs, targetMs, stops };
  if (spentMs > targetMs) return { ...course, state: "breached" };
  if (endedAtMs !== null) return { ...course, state: "met" };
  return { ...course, state: stands ? "paused" : "running" };
}

/**
 * A ticket's three clocks: a pure function of what happened, the policy, the calendar and the time. Stored due
 * times are a cache of it.
 */
export function readClocks(
  events: readonly TicketEvent[],
  policy: ClockPolicy,
  calendar: BusinessCalendar,
  nowMs: number,
): Clocks {
  const story = readStory(events, nowMs);
  const reading = (metric: Metric) => (story ? read(story, metric, policy, calendar, nowMs) : null);
  const [firstResponse, nextResponse, resolution] = metrics.map(reading);
  return {
    firstResponse: firstResponse ?? null,
    nextResponse: nextResponse ?? null,
    resolution: resolution ?? null,
  };
}
