import { sql, type Transaction } from "@/platform/database";
import { type KeptClock, nextCheckAtMs } from "../rules/kept-clock";
import type { Telling } from "../rules/tellings";

/** A clock of a ticket with everything that is stored beside it. */
export type ClockRow = KeptClock &
  Omit<Telling, "threshold"> & {
    ticketId: string;
    policyId: string;
    policyVersion: number;
    calendarId: string;
    calendarVersion: number;
    ticketVersion: number;
  };

const time = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

const stored = (clock: ClockRow) => ({
  ticket_id: clock.ticketId,
  metric: clock.metric,
  policy_id: clock.policyId,
  policy_version: clock.policyVersion,
  calendar_id: clock.calendarId,
  calendar_version: clock.calendarVersion,
  ticket_version: clock.ticketVersion,
  state: clock.state,
  target_ms: clock.targetMs,
  spent_ms: clock.spentMs,
  started_at: time(clock.startedAtMs),
  ended_at: time(clock.endedAtMs),
  due_at: time(clock.dueAtMs),
  late_at: time(clock.lateAtMs),
  risk_at: time(clock.riskAtMs),
  next_check_at: time(nextCheckAtMs(clock)),
  risk_told_at: time(clock.riskToldAtMs),
  breach_told_at: time(clock.breachToldAtMs),
});

/** Writes all clocks of tickets anew, and takes away those that are promised no more. */
export async function writeClocks(
  tx: Transaction,
  ticketIds: readonly string[],
  clocks: readonly ClockRow[],
): Promise<void> {
  const rows = JSON.stringify(clocks.map(stored));
  await tx.rows(sql`
    with kept as (
      insert into sla_clocks (ticket_id, metric, policy_id, policy_version, calendar_id,
        calendar_version, ticket_version, state, target_ms, spent_ms, started_at, ended_at, due_at,
        late_at, risk_at, next_check_at, risk_told_at, breach_told_at)
      select ticket_id, metric, policy_id, policy_version, calendar_id, calendar_version,
        ticket_version, state, target_ms, spent_ms, started_at, ended_at, due_at, late_at,
        risk_at, next_check_at, risk_told_at, breach_told_at
      from jsonb_to_recordset(${rows}::jsonb) as given (ticket_id uuid, metric text,
        policy_id uuid, policy_version int, calendar_id uuid, calendar_version int,
        ticket_version int, state text, target_ms bigint, spent_ms bigint, started_at timestamptz,
        ended_at timestamptz, due_at timestamptz, late_at timestamptz, risk_at timestamptz, next_check_at timestamptz,
        risk_told_at timestamptz, breach_told_at timestamptz)
      on conflict (ticket_id, metric) do update set policy_id = excluded.policy_id,
        policy_version = excluded.policy_version, calendar_id = excluded.calendar_id,
        calendar_version = excluded.calendar_version, ticket_version = excluded.ticket_version,
        state = excluded.state, target_ms = excluded.target_ms, spent_ms = excluded.spent_ms,
        started_at = excluded.started_at, ended_at = excluded.ended_at, due_at = excluded.due_at,
        late_at = excluded.late_at, risk_at = excluded.risk_at, next_check_at = excluded.next_check_at,
        risk_told_at = excluded.risk_told_at, breach_told_at = excluded.breach_told_at,
        unshown = false
      returning ticket_id, metric
    )
    delete from sla_clocks
    where ticket_id = any(${[...ticketIds]})
      and (ticket_id, metric) not in (select ticket_id, metric from kept)`);
}
