import type { ServerResponse } from "node:http";
import type { Histogram } from "prom-client";
import { monotonicMs } from "@/platform/clock";
import { processShared } from "@/platform/process";
import { operationName } from "./operations";
import { durationHistogram } from "./registry";

const responseTimes = () =>
  durationHistogram({
    name: "insightdesk_response_ms",
    help: "From a request's first byte to its answer's last, by what became of it.",
    labels: ["operation", "outcome"],
  });

type Timer = Histogram.Internal<"operation" | "outcome">;
const timers = processShared("response-timers", () => new Map<string, Timer>());

/** Kept by name: finding a series by its labels costs more than counting in it. */
function timerOf(operation: string, outcome: "ok" | "failed"): Timer {
  const key = `${operation} ${outcome}`;
  const known = timers.get(key);
  if (known !== undefined) return known;
  const timer = responseTimes().labels(operation, outcome);
  timers.set(key, timer);
  return timer;
}

/**
 * Measures an answer until its last byte is written. Failed is a fault of ours (5xx); a refusal is
 * an answer like any other; one whose caller went before it was made counts as neither.
 */
export function measureResponse(res: ServerResponse, operation: string): void {
  const startedAtMs = monotonicMs();
  res.once("close", () => {
    if (!res.writableFinished && !res.headersSent) return;
    const outcome = res.statusCode >= 500 ? "failed" : "ok";
    timerOf(operationName(operation), outcome).observe(monotonicMs() - startedAtMs);
  });
}
