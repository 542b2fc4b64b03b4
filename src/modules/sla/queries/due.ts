import { db, raw, sql, type Transaction } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { KeptState } from "../rules/kept-clock";
import type { Metric } from "../rules/metrics";

const batch = raw(String(limits.slaDueBatchMax));
const showBatch = raw(String(limits.slaShowBatchMax));
const countMax = raw(String(limits.slaDueBatchMax * limits.slaDueJobsPerSweepMax));

/** How much there is to tell and to show, up to what one sweep asks for; two indexes answer. */
export async function dueCounts(now: Date): Promise<{ due: number; unshown: number }> {
  const rows = await db.write.rows<{ due: number; unshown: number }>(sql`
    select (select count(*)::int from (
        select from sla_clocks where next_check_at <= ${now} limit ${countMax}) as timed) as due,
      (select count(*)::int from (
        select from sla_clocks where unshown limit ${countMax}) as told) as unshown`);
  return rows[0] ?? { due: 0, unshown: 0 };
}

export type DueClock = {
  ticket_id: string;
  number: number;
  subject: string;
  assignee_id: string | null;
  team_id: string | null;
  metric: Metric;
  state: KeptState;
  started_at: Date;
  ended_at: Date | null;
  due_at: Date | null;
  late_at: Date | null;
  risk_at: Date | null;
  risk_told_at: Date | null;
  breach_told_at: Date | null;
  policy_id: string;
  policy_name: string;
  stale: boolean;
};

/**
 * The clocks whose time has come, locked with their tickets. The lock of the clock itself is what
 * sees that somebody else told of it after this statement had begun to look. What is held at the
 * moment stays due; a clock is stale when something happened to its ticket that it does not know.
 */
export async function takeDue(tx: Transaction, now: Date): Promise<DueClock[]> {
  return tx.rows<DueClock>(sql`
    select sla_clocks.ticket_id, tickets.number, tickets.subject, tickets.assignee_id,
      tickets.team_id, sla_clocks.metric, sla_clocks.state, sla_clocks.started_at,
      sla_clocks.ended_at, sla_clocks.due_at,
      coalesce(sla_clocks.late_at, sla_clocks.due_at + interval '1 ms') as late_at,
      sla_clocks.risk_at, sla_clocks.risk_told_at,
      sla_clocks.breach_told_at, sla_clocks.policy_id, sla_policies.name as policy_name,
      sla_clocks.ticket_version <> tickets.version as stale
    from sla_clocks
    join tickets on tickets.id = sla_clocks.ticket_id
    join sla_policies on sla_policies.id = sla_clocks.policy_id
    where sla_clocks.next_check_at <= ${now}
    order by sla_clocks.next_check_at limit ${batch}
    for no key update of tickets, sla_clocks skip locked`);
}

/** Tickets of which a threshold was told and whose own columns do not say so yet; locked. */
export async function takeUnshown(
  tx: Transaction,
): Promise<{ ticket_id: string; stale: boolean }[]> {
  return tx.rows(sql`
    select sla_clocks.ticket_id, sla_clocks.ticket_version <> tickets.version as stale
    from sla_clocks join tickets on tickets.id = sla_clocks.ticket_id
    where sla_clocks.unshown limit ${showBatch}
    for no key update of tickets, sla_clocks skip locked`);
}

/**
 * Tickets with a reply whose time has come and that nobody has released yet: it may have met the
 * promise, so their clocks wait for it.
 */
export async function ticketsAboutToBeAnswered(tx: Transaction, now: Date): Promise<Set<string>> {
  const dayMs = 24 * 3_600_000;
  const rows = await tx.rows<{ ticket_id: string }>(sql`
    select distinct ticket_id from ticket_messages
    where state = 'held' and release_at <= ${now}
      and created_at between ${new Date(now.getTime() - dayMs)} and ${now}
    limit ${batch}`);
  return new Set(rows.map((row) => row.ticket_id));
}
