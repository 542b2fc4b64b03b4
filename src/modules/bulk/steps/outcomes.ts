import type { CommandTx } from "@/platform/command";
import { sql } from "@/platform/database";
import { bulkProgressed } from "../events";

/** What became of a ticket: what was there before and when it was touched, or why not. */
export type Outcome =
  | { ticketId: string; code: null; before: Record<string, unknown>; touchedAt: Date }
  | { ticketId: string; code: string };

type Written = { outcomes: readonly Outcome[]; finished: boolean };

/** Writes what became of tickets, counts them, and says how far the action is. */
export async function writeOutcomes(
  tx: CommandTx,
  { now }: { now: Date },
  action: { id: string; asked_by: string },
  { outcomes, finished }: Written,
): Promise<void> {
  await writeEach(tx, action.id, outcomes);
  const failed = outcomes.filter(({ code }) => code !== null).length;
  await tx.rows(sql`
    update bulk_actions set done = done + ${outcomes.length - failed}, failed = failed + ${failed},
      finished_at = ${finished ? now : null} where id = ${action.id}`);
  tx.append(bulkProgressed.make({ actionId: action.id, askedBy: action.asked_by }));
}

async function writeEach(
  tx: CommandTx,
  actionId: string,
  outcomes: readonly Outcome[],
): Promise<void> {
  if (outcomes.length === 0) return;
  const given = outcomes.map((one) => ({
    ticket_id: one.ticketId,
    code: one.code,
    ...(one.code === null ? { before: one.before, touched_at: one.touchedAt.toISOString() } : {}),
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
