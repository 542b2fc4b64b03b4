import { type Reader, sql } from "@/platform/database";
import type { KeptState } from "../rules/kept-clock";
import type { Metric } from "../rules/metrics";

export type StoredClock = {
  ticketId: string;
  metric: Metric;
  policyId: string;
  policyVersion: number;
  calendarId: string;
  calendarVersion: number;
  state: KeptState;
  startedAtMs: number;
  endedAtMs: number | null;
  dueAtMs: number | null;
  riskAtMs: number | null;
  riskToldAtMs: number | null;
  breachToldAtMs: number | null;
};

type Row = {
  ticket_id: string;
  metric: Metric;
  policy_id: string;
  policy_version: number;
  calendar_id: string;
  calendar_version: number;
  state: KeptState;
  started_at: Date;
  ended_at: Date | null;
  due_at: Date | null;
  risk_at: Date | null;
  risk_told_at: Date | null;
  breach_told_at: Date | null;
};

const ms = (at: Date | null) => at?.getTime() ?? null;

/** The stored clocks of tickets: at most three each. */
export async function clocksOf(on: Reader, ticketIds: readonly string[]): Promise<StoredClock[]> {
  const rows = await on.rows<Row>(sql`
    select ticket_id, metric, policy_id, policy_version, calendar_id, calendar_version, state,
      started_at, ended_at, due_at, risk_at, risk_told_at, breach_told_at
    from sla_clocks where ticket_id = any(${[...ticketIds]})`);
  return rows.map((row) => ({
    ticketId: row.ticket_id,
    metric: row.metric,
    policyId: row.policy_id,
    policyVersion: row.policy_version,
    calendarId: row.calendar_id,
    calendarVersion: row.calendar_version,
    state: row.state,
    startedAtMs: row.started_at.getTime(),
    endedAtMs: ms(row.ended_at),
    dueAtMs: ms(row.due_at),
    riskAtMs: ms(row.risk_at),
    riskToldAtMs: ms(row.risk_told_at),
    breachToldAtMs: ms(row.breach_told_at),
  }));
}

export function byTicket(clocks: readonly StoredClock[]): Map<string, StoredClock[]> {
  const found = new Map<string, StoredClock[]>();
  for (const clock of clocks)
    found.set(clock.ticketId, [...(found.get(clock.ticketId) ?? []), clock]);
  return found;
}
