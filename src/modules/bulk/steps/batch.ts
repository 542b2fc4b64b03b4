import { changeTickets, checkAssignment, type TicketOutcome } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import type { CommandTx } from "@/platform/command";
import { raw, sql } from "@/platform/database";
import { type ErrorCode, isAppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { bulkProgressed } from "../events";
import { beforeOf, changesOf } from "../rules/deed";
import { beforeSchema, type Deed } from "../schema";

export type RunningAction = { id: string; asked_by: string; deed: Deed; undo_of: string | null };
type Next = { ticket_id: string; touched_at: Date; before: unknown };

/** Why nobody can be given what the action gives: who was to get it has left meanwhile. */
async function refusalOf(tx: CommandTx, deed: Deed): Promise<ErrorCode | null> {
  try {
    if (deed.kind === "assign") await checkAssignment(tx, { assigneeId: deed.assigneeId });
    if (deed.kind === "team") await checkAssignment(tx, { teamId: deed.teamId });
    return null;
  } catch (thrown) {
    if (isAppError(thrown)) return thrown.code;
    throw thrown;
  }
}

/**
 * Changes the next tickets of an action, whose row the caller has locked. What became of each stands
 * in the same transaction as the change, so whoever comes after a worker that died goes on behind it.
 */
export async function changeNext(
  tx: CommandTx,
  about: { actor: Actor; now: Date },
  action: RunningAction,
): Promise<{ finished: boolean }> {
  const next = await tx.rows<Next>(sql`
    select ticket_id, touched_at, before from bulk_action_tickets
    where action_id = ${action.id} and outcome is null
    order by ticket_id limit ${raw(String(limits.bulkBatchRows))}`);
  const isUndo = action.undo_of !== null;
  const refused = isUndo ? null : await refusalOf(tx, action.deed);
  const outcomes: TicketOutcome[] =
    refused === null
      ? await changeTickets(
          tx,
          about,
          next.map((one) => ({
            ticketId: one.ticket_id,
            touchedAt: one.touched_at,
            changes: (ticket) =>
              isUndo ? beforeSchema.parse(one.before) : changesOf(action.deed, ticket),
          })),
        )
      : next.map((one) => ({ ticketId: one.ticket_id, code: refused }));
  const finished = next.length < limits.bulkBatchRows;
  await writeOutcomes(tx, action.id, outcomes);
  const failed = outcomes.filter(({ code }) => code !== null).length;
  await tx.rows(sql`
    update bulk_actions set done = done + ${outcomes.length - failed}, failed = failed + ${failed},
      finished_at = ${finished ? about.now : null} where id = ${action.id}`);
  tx.append(bulkProgressed.make({ actionId: action.id, askedBy: action.asked_by }));
  return { finished };
}

async function writeOutcomes(
  tx: CommandTx,
  actionId: string,
  outcomes: readonly TicketOutcome[],
): Promise<void> {
  if (outcomes.length === 0) return;
  const given = outcomes.map((one) => ({
    ticket_id: one.ticketId,
    code: one.code,
    ...(one.code === null
      ? { before: beforeOf(one.changes), touched_at: one.touchedAt.toISOString() }
      : {}),
  }));
  await tx.rows(sql`
    update bulk_action_tickets set code = given.code, before = given.before,
      outcome = case when given.code is null then 'done' else 'failed' end,
      touched_at = coalesce(given.touched_at, bulk_action_tickets.touched_at)
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as given (ticket_id uuid, code text, before jsonb, touched_at timestamptz)
    where bulk_action_tickets.action_id = ${actionId}
      and bulk_action_tickets.ticket_id = given.ticket_id`);
}
