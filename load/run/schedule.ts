import type { Scenario, Stage } from "../scenarios/founding";

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** k6's durations: `5m`, `1m30s`. */
export function durationMs(text: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)];
  const isWhole = parts.map(([whole]) => whole).join("") === text && text !== "";
  if (!isWhole) throw new Error(`"${text}" is no duration such as 30s or 5m`);
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (unitMs[unit ?? ""] ?? 0), 0);
}

/** How many visitors there are `atMs` after the start: a straight line through each stage. */
export function visitorsAt(startVUs: number, stages: readonly Stage[], atMs: number): number {
  let from = startVUs;
  let beganMs = 0;
  for (const { duration, target } of stages) {
    const lengthMs = durationMs(duration);
    if (atMs < beganMs + lengthMs)
      return Math.round(from + ((target - from) * (atMs - beganMs)) / lengthMs);
    from = target;
    beganMs += lengthMs;
  }
  return from;
}

const scaled = (duration: string, scale: number) =>
  `${Math.max(1, durationMs(duration) * scale)}ms`;

/** The same course in less time: `--minutes-scale 0.1` makes ten minutes one. */
export function scaleMinutes(scenario: Scenario, scale: number): Scenario {
  if (scenario.executor !== "ramping-vus")
    return { ...scenario, duration: scaled(scenario.duration, scale) };
  const stages = scenario.stages.map(({ duration, target }) => ({
    duration: scaled(duration, scale),
    target,
  }));
  return { ...scenario, stages };
}

export function lengthMs(scenario: Scenario): number {
  if (scenario.executor !== "ramping-vus") return durationMs(scenario.duration);
  return scenario.stages.reduce((sum, { duration }) => sum + durationMs(duration), 0);
}
