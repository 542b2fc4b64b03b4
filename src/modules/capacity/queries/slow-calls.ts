import { nowMs } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";

export type SlowCall = {
  id: string;
  at: string;
  operation: string;
  ms: number;
  payloadBytes: number;
  statements: number;
  statementsMs: number;
  slowestText: string | null;
  slowestMs: number;
  /** How PostgreSQL goes about the slowest statement; null where it could not say. */
  plan: string | null;
};

const dayMs = 24 * 3_600_000;
const shownMax = raw(String(limits.slowCallsShownMax));

/** The slowest calls of each operation in the last day, five of each, the slowest first. */
export async function slowCalls(): Promise<{ calls: SlowCall[] }> {
  const rows = await db.read.rows<Omit<SlowCall, "at"> & { at: Date }>(sql`
    select id, at, operation, ms, payload_bytes as "payloadBytes", statements,
      statements_ms as "statementsMs", slowest_text as "slowestText", slowest_ms as "slowestMs", plan
    from (
      select slow_calls.*, row_number() over (partition by operation order by ms desc, id) as place
      from slow_calls where at > ${new Date(nowMs() - dayMs)}) as placed
    where place <= 5 order by ms desc, id limit ${shownMax}`);
  return { calls: rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
}
