import type { KeptClock } from "./kept-clock";

export type Threshold = "risk" | "breach";

/** What was told of a clock, as it is stored beside it. */
export interface Told {
  readonly startedAtMs: number;
  readonly riskToldAtMs: number | null;
  readonly breachToldAtMs: number | null;
}

export interface Telling {
  readonly threshold: Threshold | null;
  readonly riskToldAtMs: number | null;
  readonly breachToldAtMs: number | null;
}

type Facts = Pick<KeptClock, "startedAtMs" | "state" | "endedAtMs" | "pastRisk">;

/**
 * Which threshold is to be told of now: each of a clock once, and a breach takes the risk with it. A
 * clock that began anew, or that was given more time, is a new one. What ended in time is told of no more.
 */
export function telling(clock: Facts, before: Told | undefined, nowMs: number): Telling {
  const same = before?.startedAtMs === clock.startedAtMs ? before : undefined;
  const late = clock.state === "breached";
  const breachToldAtMs = late ? (same?.breachToldAtMs ?? null) : null;
  const riskToldAtMs = clock.pastRisk ? (same?.riskToldAtMs ?? null) : null;
  if (late && breachToldAtMs === null)
    return {
      threshold: "breach",
      breachToldAtMs: nowMs,
      riskToldAtMs: riskToldAtMs ?? nowMs,
    };
  const risks = clock.pastRisk && clock.endedAtMs === null && riskToldAtMs === null;
  if (risks && !late) return { threshold: "risk", breachToldAtMs, riskToldAtMs: nowMs };
  return { threshold: null, breachToldAtMs, riskToldAtMs };
}
