import type { Counter, Histogram } from "prom-client";
import { processShared } from "@/platform/process";
import { counter, durationHistogram } from "./registry";

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

type Counting = { sent: Counter.Internal; microseconds: Counter.Internal };
const countings = processShared("operation-statements", () => new Map<string, Counting>());

function countingOf(operation: string): Counting {
  const labels = ["operation"] as const;
  const sent = counter({
    name: "insightdesk_statements_total",
    help: "How many statements the calls of an operation sent to the database.",
    labels,
  });
  const microseconds = counter({
    name: "insightdesk_statements_microseconds_total",
    help: "How long the statements of an operation's calls took, each from sending to its last row.",
    labels,
  });
  return { sent: sent.labels(operation), microseconds: microseconds.labels(operation) };
}

/** What a call asked of the database, told once a call and not once a statement. */
export function recordStatements(name: string, statements: number, ms: number): void {
  if (statements === 0) return;
  const operation = operationName(name);
  let counting = countings.get(operation);
  if (counting === undefined) {
    counting = countingOf(operation);
    countings.set(operation, counting);
  }
  counting.sent.inc(statements);
  counting.microseconds.inc(Math.round(ms * 1_000));
}
