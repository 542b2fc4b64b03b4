import { durationHistogram, type Timer } from "@/platform/telemetry";
import type { QueueName } from "./registry";

/** How long a queue's jobs wait from the moment they could run, and how long they run. */
export function jobTimes(queue: QueueName): {
  waited: (ms: number) => void;
  ran: (ms: number, waitedMs: number, outcome: "ok" | "failed") => void;
} {
  const wait = durationHistogram({
    name: "insightdesk_job_wait_ms",
    help: "How long jobs waited from the moment they could run until one began.",
    labels: ["queue"],
  }).labels(queue);
  const run = durationHistogram({
    name: "insightdesk_job_run_ms",
    help: "How long jobs ran, by what became of them.",
    labels: ["queue", "outcome"],
  });
  const runs: { ok: Timer; failed: Timer } = {
    ok: run.labels(queue, "ok"),
    failed: run.labels(queue, "failed"),
  };
  const whole = durationHistogram({
    name: "insightdesk_job_ms",
    help: "From the moment a job could run until it was done.",
    labels: ["queue"],
  }).labels(queue);
  return {
    waited: (ms) => wait.observe(Math.max(0, ms)),
    ran: (ms, waitedMs, outcome) => {
      runs[outcome].observe(ms);
      if (outcome === "ok") whole.observe(Math.max(0, waitedMs) + ms);
    },
  };
}
