import { nowMs } from "@/platform/clock";
import { bulk, db, pools, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { processShared } from "@/platform/process";
import { type CallCost, operationName } from "@/platform/telemetry";

type SlowCall = CallCost & { atMs: number; ms: number; payloadBytes: number };

/** The slowest call of each operation since they were written last: as many as there are operations. */
const slowest = processShared("slow-calls", () => new Map<string, SlowCall>());

const bytesOf = (answer: unknown) => Buffer.byteLength(JSON.stringify(answer) ?? "");

/** Remembers a call if it is slow and the slowest of its operation; only then its answer is weighed. */
export function noteCall(path: string, ms: number, cost: CallCost, answer: unknown): void {
  if (ms < limits.slowCallMs) return;
  const operation = operationName(path);
  const known = slowest.get(operation);
  if (known !== undefined && known.ms >= ms) return;
  slowest.set(operation, { ...cost, atMs: nowMs(), ms, payloadBytes: bytesOf(answer) });
}

/**
 * How PostgreSQL goes about a statement whatever its values are; null where it cannot say, as
 * before version 16. Without values the text goes as a simple query, which is what allows $1 in it.
 */
export async function planOf(text: string | null): Promise<string | null> {
  if (text === null || !/^\s*(select|with|insert|update|delete)\b/i.test(text)) return null;
  try {
    const { rows } = await pools().write.query<{ "QUERY PLAN": string }>(
      `explain (generic_plan, costs) ${text}`,
    );
    return rows
      .map((row) => row["QUERY PLAN"])
      .join("\n")
      .slice(0, limits.slowCallTextCharsMax);
  } catch {
    return null;
  }
}

/** Writes the slowest calls down with their plans, and begins anew. */
export async function writeSlowCalls(processId: string): Promise<void> {
  const calls = [...slowest];
  slowest.clear();
  if (calls.length === 0) return;
  const rows: unknown[][] = [];
  for (const [operation, call] of calls)
    rows.push([
      newId(call.atMs),
      new Date(call.atMs),
      operation,
      processId,
      call.ms,
      call.payloadBytes,
      call.statements,
      call.statementsMs,
      call.slowestText?.slice(0, limits.slowCallTextCharsMax) ?? null,
      call.slowestMs,
      await planOf(call.slowestText),
    ]);
  await db.write.rows(sql`
    insert into slow_calls (id, at, operation, process_id, ms, payload_bytes, statements,
      statements_ms, slowest_text, slowest_ms, plan)
    values ${bulk(rows)}`);
}
