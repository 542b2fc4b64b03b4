import { nowMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { keyOf, valkey } from "@/platform/valkey";
import { type ProcessReport, processReportSchema } from "./report";

/**
 * What every process said last. One that has said nothing for a while stays in the list as silent,
 * until an hour has passed: it is missing, not zero.
 */
export async function processReports(): Promise<(ProcessReport & { silent: boolean })[]> {
  const key = keyOf("process");
  const stored = Object.entries(await valkey("realtime").hgetall(key));
  const reports: (ProcessReport & { silent: boolean })[] = [];
  const gone: string[] = [];
  for (const [id, text] of stored) {
    const parsed = processReportSchema.safeParse(JSON.parse(text));
    const ageMs = parsed.success ? nowMs() - parsed.data.atMs : Number.POSITIVE_INFINITY;
    if (!parsed.success || ageMs > limits.processForgottenMs) gone.push(id);
    else reports.push({ ...parsed.data, silent: ageMs > limits.processStaleMs });
  }
  if (gone.length > 0) await valkey("realtime").hdel(key, ...gone);
  return reports.sort((a, b) => a.kind.localeCompare(b.kind) || a.startedAtMs - b.startedAtMs);
}
