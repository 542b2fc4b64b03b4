import type { Histogram } from "prom-client";
import { processShared } from "@/platform/process";
import { durationHistogram } from "./registry";

export const outcomes = ["ok", "refused", "failed", "aborted"] as const;
export type Outcome = (typeof outcomes)[number];

/** What a name becomes that nobody registered: a label must not grow with what callers send. */
const otherOperation = "other";

type Timer = Histogram.Internal<"operation" | "outcome">;
const known = processShared("operations", () => new Set<string>());
const timers = processShared("operation-timers", () => new Map<string, Timer>());

const histogram = () =>
  durationHistogram({
    name: "insightdesk_operation_ms",
    help: "How long an operation took in this process, by what became of it.",
    labels: ["operation", "outcome"],
  });

/** Names the procedures and jobs that this process serves; each is measured from its start on. */
export function registerOperations(names: Iterable<string>): void {
  for (const name of names) known.add(name);
}

export function operationName(name: string): string {
  return known.has(name) ? name : otherOperation;
}

export function recordOperation(name: string, ms: number, outcome: Outcome): void {
  const operation = operationName(name);
  const key = `${operation} ${outcome}`;
  let timer = timers.get(key);
  if (timer === undefined) {
    timer = histogram().labels(operation, outcome);
    timers.set(key, timer);
  }
  timer.observe(ms);
}
