import { durationHistogram } from "@/platform/telemetry";
import type { QueueName } from "./registry";

/** How long a queue's jobs wait from the moment they could run, and how long they run. */
export function jobTimes(queue: QueueName): {
  waited: (ms: number) => void;
  ran: (ms: number, outcome: "ok" | "failed") => void;
} {
  const wait = durationHistogram({
    name: "insightdesk_job_wait_ms",
    help: "How long jobs waited from the moment they could run until one began.",
    labels: ["queue"],
  });
  const run = durationHistogram({
    name: "insightdesk_job_run_ms",
    help: "How long jobs ran, by what became of them.",
    labels: ["queue", "outcome"],
  });
  return {
    waited: (ms) => wait.observe({ queue }, Math.max(0, ms)),
    ran: (ms, outcome) => run.observe({ queue, outcome }, ms),
  };
}
