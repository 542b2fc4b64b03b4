import { asFounded, type FigureSet } from "./set";

/**
 * The seven service level objectives of the founding document, each as a share of good events, so
 * that all of them have an error budget and burn in the same way.
 */
export type Objective = {
  readonly words: string;
  /** The share of events that must be good, above 0 and below 1. */
  readonly objective: number;
  readonly windowDays: number;
} & (
  | { readonly good: "up" | "without-error" }
  | { readonly good: "within"; readonly withinMs: number }
);

export const objectives = {
  availability: { words: "Availability", objective: 0.999, windowDays: 30, good: "up" },
  apiP50: {
    words: "API response time (p50)",
    objective: 0.5,
    windowDays: 30,
    good: "within",
    withinMs: 100,
  },
  apiP95: {
    words: "API response time (p95)",
    objective: 0.95,
    windowDays: 30,
    good: "within",
    withinMs: 300,
  },
  apiP99: {
    words: "API response time (p99)",
    objective: 0.99,
    windowDays: 30,
    good: "within",
    withinMs: 500,
  },
  // The document names no percentile here; its budget for the same delivery puts p99 at 100 ms.
  delivery: {
    words: "WebSocket message latency",
    objective: 0.99,
    windowDays: 30,
    good: "within",
    withinMs: 100,
  },
  errorRate: { words: "Error rate", objective: 0.999, windowDays: 30, good: "without-error" },
  queueP95: {
    words: "Queue processing time (p95)",
    objective: 0.95,
    windowDays: 30,
    good: "within",
    withinMs: 5_000,
  },
} as const satisfies Record<string, Objective>;

export type ObjectiveName = keyof typeof objectives;
const isObjective = (name: string): name is ObjectiveName => name in objectives;
export const objectiveNames: readonly ObjectiveName[] = Object.keys(objectives).filter(isObjective);

/** A title says its percentile: with another share, that one. */
const titleOf = (words: string, share: number) =>
  words.replace(/\(p[\d.]+\)/, `(p${Number((share * 100).toPrecision(12))})`);

/** An objective with the share and the threshold that count. */
export function objectiveOf(name: ObjectiveName, set: FigureSet = asFounded): Objective {
  const founding: Objective = objectives[name];
  const objective = set[`${name}.objective`] ?? founding.objective;
  const words = titleOf(founding.words, objective);
  if (founding.good !== "within") return { ...founding, words, objective };
  return {
    ...founding,
    ...{ words, objective },
    withinMs: set[`${name}.withinMs`] ?? founding.withinMs,
  };
}
