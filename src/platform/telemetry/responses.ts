import type { ServerResponse } from "node:http";
import { monotonicMs } from "@/platform/clock";
import { countedOf } from "./operations";
import { durationHistogram } from "./registry";

const responseTimes = () =>
  durationHistogram({
    name: "insightdesk_response_ms",
    help: "From a request's first byte to its answer's last, by what became of it.",
    labels: ["operation", "outcome"],
  });

/**
 * Measures an answer until what it gives is called, which is when the answer is closed: its last
 * byte is written then. Failed is a fault of ours (5xx); a refusal is an answer like any other; one
 * whose caller went before it was made counts as neither.
 */
export function measureResponse(res: ServerResponse, operation: string): () => void {
  const startedAtMs = monotonicMs();
  return () => {
    if (!res.writableFinished && !res.headersSent) return;
    const outcome = res.statusCode >= 500 ? "failed" : "ok";
    const { answers, name } = countedOf(operation);
    answers[outcome] ??= responseTimes().labels(name, outcome);
    answers[outcome].observe(monotonicMs() - startedAtMs);
  };
}
