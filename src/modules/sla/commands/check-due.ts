import * as z from "zod";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { type DueClock, takeDue, ticketsAboutToBeAnswered } from "../queries/due";
import { laterState, nextCheckAtMs } from "../rules/kept-clock";
import { telling } from "../rules/tellings";
import { crossedEvent } from "../steps/crossed-event";
import { readAgain } from "../steps/read-again";

const ms = (at: Date | null) => at?.getTime() ?? null;
const time = (at: number | null) => (at === null ? null : new Date(at));

/** What a clock has become since it was read, and what is to be told of that. */
function crossingOf(due: DueClock, nowMs: number) {
  const read = {
    metric: due.metric,
    state: due.state,
    startedAtMs: due.started_at.getTime(),
    endedAtMs: ms(due.ended_at),
    dueAtMs: ms(due.due_at),
    lateAtMs: ms(due.late_at),
    riskAtMs: ms(due.risk_at),
    riskToldAtMs: ms(due.risk_told_at),
    breachToldAtMs: ms(due.breach_told_at),
  };
  const clock = { ...read, state: laterState(read, nowMs) };
  const pastRisk = clock.state !== "running" || read.riskToldAtMs !== null;
  return { due, clock, ...telling({ ...clock, pastRisk }, read, nowMs) };
}

/**
 * Their clocks know all that happened, so what they have become follows from what is stored. The
 * tickets' own columns follow when all that is due has been told.
 */
async function cross(tx: CommandTx, sure: readonly DueClock[], nowMs: number): Promise<number> {
  if (sure.length === 0) return 0;
  const crossings = sure.map((due) => crossingOf(due, nowMs));
  await tx.rows(sql`
    update sla_clocks set state = given.state, next_check_at = given.next_check_at,
      risk_told_at = given.risk_told_at, breach_told_at = given.breach_told_at, unshown = true
    from unnest(${crossings.map(({ due }) => due.ticket_id)}::uuid[],
      ${crossings.map(({ due }) => due.metric)}::text[],
      ${crossings.map(({ clock }) => clock.state)}::text[],
      ${crossings.map(({ clock }) => time(nextCheckAtMs(clock)))}::timestamptz[],
      ${crossings.map(({ riskToldAtMs }) => time(riskToldAtMs))}::timestamptz[],
      ${crossings.map(({ breachToldAtMs }) => time(breachToldAtMs))}::timestamptz[])
      as given (ticket_id, metric, state, next_check_at, risk_told_at, breach_told_at)
    where sla_clocks.ticket_id = given.ticket_id and sla_clocks.metric = given.metric`);
  const events = crossings.flatMap(({ due, clock, threshold }) => {
    if (threshold === null) return [];
    const { ticket_id: id, number, subject, assignee_id: assigneeId, team_id: teamId } = due;
    const ticket = { id, number, subject, assigneeId, teamId };
    const policy = { id: due.policy_id, name: due.policy_name };
    return [crossedEvent({ ticket, clock, threshold, policy })];
  });
  tx.append(...events);
  return events.length;
}

/**
 * Tells of a batch of clocks that have crossed a threshold. What was told stands in the same
 * transaction as the event, so that two workers, or one that was killed, tell of each once.
 */
export const checkDueBatch = command(
  "sla.checkDue",
  z.object({ commandId: commandIdSchema }),
  async (tx, { now }) => {
    const due = await takeDue(tx, now);
    if (due.length === 0) return { taken: 0, told: 0 };
    const waiting = await ticketsAboutToBeAnswered(tx, now);
    const held = due.filter((clock) => waiting.has(clock.ticket_id));
    if (held.length > 0)
      await tx.rows(sql`
        update sla_clocks set next_check_at = ${new Date(now.getTime() + limits.slaHeldWaitMs)}
        where ticket_id = any(${held.map((clock) => clock.ticket_id)}) and next_check_at <= ${now}`);
    const others = due.filter((clock) => !waiting.has(clock.ticket_id));
    const stale = new Set(others.filter((clock) => clock.stale).map((clock) => clock.ticket_id));
    if (stale.size > 0) await readAgain(tx, [...stale], now, false);
    const sure = others.filter((clock) => !stale.has(clock.ticket_id));
    return { taken: due.length, told: await cross(tx, sure, now.getTime()) };
  },
);
