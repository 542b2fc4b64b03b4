import type { BusinessCalendar } from "./calendar";
import { type ClockPolicy, type ClockReading, readClocks } from "./clock";
import { dueAfter } from "./due";
import { isAtRisk } from "./explain";
import { type Metric, metrics } from "./metrics";
import type { TicketEvent } from "./ticket-events";

export type KeptState = "running" | "at_risk" | "breached" | "paused" | "met";

/** A clock as it is stored: all that can be said of it until something happens to its ticket. */
export interface KeptClock {
  readonly metric: Metric;
  readonly state: KeptState;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  readonly dueAtMs: number | null;
  /**
   * The first moment at which more than the target is spent; null as for `dueAtMs`, and of what has
   * ended. Due at closing time, it is late when the calendar has opened again.
   */
  readonly lateAtMs: number | null;
  /** When it becomes at risk; null where that cannot be foretold, and where nobody wants to know. */
  readonly riskAtMs: number | null;
  readonly targetMs: number;
  readonly spentMs: number;
  /** Little is left, or nothing; a paused clock may be. */
  readonly pastRisk: boolean;
}

function riskAtMs(
  reading: ClockReading,
  riskShare: number,
  calendar: BusinessCalendar,
): number | null {
  if (riskShare <= 0) return null;
  const safeMs = Math.ceil(reading.targetMs * (1 - riskShare) - 1e-6);
  if (safeMs <= 0) return reading.startMs;
  const due = dueAfter(calendar, reading.startMs, safeMs, reading.stops);
  return due.kind === "at" ? due.atMs : null;
}

function lateAtMs(reading: ClockReading, calendar: BusinessCalendar): number | null {
  if (reading.endedAtMs !== null || reading.dueMs === null) return null;
  const late = dueAfter(calendar, reading.startMs, reading.targetMs + 1, reading.stops);
  return late.kind === "at" ? late.atMs : null;
}

function kept(
  metric: Metric,
  reading: ClockReading,
  riskShare: number,
  calendar: BusinessCalendar,
): KeptClock {
  const { state, startMs, endedAtMs, dueMs, targetMs, spentMs } = reading;
  const atRisk = riskShare > 0 && isAtRisk(reading, riskShare);
  return {
    metric,
    state: atRisk && state === "running" ? "at_risk" : state,
    startedAtMs: startMs,
    endedAtMs,
    dueAtMs: dueMs,
    lateAtMs: lateAtMs(reading, calendar),
    riskAtMs: riskAtMs(reading, riskShare, calendar),
    targetMs,
    spentMs,
    pastRisk: atRisk || state === "breached",
  };
}

/** A ticket's clocks as they are stored: those that its policy promises something for. */
export function keptClocks(
  events: readonly TicketEvent[],
  policy: ClockPolicy & { readonly riskShare: number },
  calendar: BusinessCalendar,
  nowMs: number,
): KeptClock[] {
  const clocks = readClocks(events, policy, calendar, nowMs);
  return metrics.flatMap((metric) => {
    const reading = clocks[metric];
    return reading === null ? [] : [kept(metric, reading, policy.riskShare, calendar)];
  });
}

/** The stored clock at a later time, as long as nothing happens to its ticket. */
export function laterState(
  clock: Pick<KeptClock, "state" | "lateAtMs" | "riskAtMs">,
  nowMs: number,
): KeptState {
  const { state, lateAtMs: lateMs, riskAtMs: riskMs } = clock;
  if (state !== "running" && state !== "at_risk") return state;
  if (lateMs !== null && nowMs >= lateMs) return "breached";
  return riskMs !== null && nowMs >= riskMs ? "at_risk" : state;
}

/** When somebody has to look again, though nothing happens; null: never. */
export function nextCheckAtMs({
  state,
  lateAtMs: lateMs,
  riskAtMs: riskMs,
}: Pick<KeptClock, "state" | "lateAtMs" | "riskAtMs">): number | null {
  if (state === "at_risk") return lateMs;
  return state === "running" ? (riskMs ?? lateMs) : null;
}
