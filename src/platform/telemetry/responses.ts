import type { ServerResponse } from "node:http";
import { monotonicMs } from "@/platform/clock";
import { operationName } from "./operations";
import { durationHistogram } from "./registry";

const responseTimes = () =>
  durationHistogram({
    name: "insightdesk_response_ms",
    help: "From a request's first byte to its answer's last, by what became of it.",
    labels: ["operation", "outcome"],
  });

/**
 * Measures an answer until its last byte is written. Failed is a fault of ours (5xx); a refusal is
 * an answer like any other; one whose caller went before it was made counts as neither.
 */
export function measureResponse(res: ServerResponse, operation: string): void {
  const startedAtMs = monotonicMs();
  res.once("close", () => {
    if (!res.writableFinished && !res.headersSent) return;
    const outcome = res.statusCode >= 500 ? "failed" : "ok";
    responseTimes().observe(
      { operation: operationName(operation), outcome },
      monotonicMs() - startedAtMs,
    );
  });
}
