import type { CommandTx } from "@/platform/command";
import { sql } from "@/platform/database";
import { isShutOut } from "../access";
import { bulkProgressed } from "../events";

/** Not a refusal of a ticket's: nothing was tried with it. */
const code = "asker_shut_out";

/**
 * Ends an action whose asker may change no tickets any more: suspended, or a customer by now. What is
 * not done stays undone and says so; what is done stays, and whoever reassigns what a leaver holds can
 * take it back. The caller has locked the action's row.
 */
export async function stopWhereShutOut(
  tx: CommandTx,
  { now }: { now: Date },
  action: { id: string; asked_by: string },
): Promise<boolean> {
  const shutOut = await tx.first(sql`
    select id from users where id = ${action.asked_by} and ${isShutOut(sql`users`)}`);
  if (shutOut === undefined) return false;
  await tx.rows(sql`
    with left_over as (
      update bulk_action_tickets set outcome = 'failed', code = ${code}
      where action_id = ${action.id} and outcome is null returning ticket_id
    )
    update bulk_actions set failed = failed + (select count(*)::int from left_over),
      finished_at = ${now} where id = ${action.id}`);
  tx.append(bulkProgressed.make({ actionId: action.id, askedBy: action.asked_by }));
  return true;
}
