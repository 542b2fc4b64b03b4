import type { Actor } from "@/platform/auth/actor";
import { type CommandTx, command } from "@/platform/command";
import { sql } from "@/platform/database";
import { isAppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { nextTicketOf } from "../queries/actions";
import { isSingle } from "../rules/deed";
import { type Deed, ofActionSchema, ofTicketSchema, refusedTicketSchema } from "../schema";
import { changeNext, type RunningAction } from "../steps/batch";
import { writeOutcomes } from "../steps/outcomes";
import { stopWhereShutOut } from "../steps/shut-out";
import { doSingle, undoSingle } from "../steps/single";

type Next = { ticket_id: string; touched_at: Date; before: unknown };

/** Two workers wait for each other at an action's row. */
const actionForUpdate = (tx: CommandTx, actor: Actor, actionId: string) =>
  tx.first<RunningAction>(sql`
    select id, asked_by, deed, undo_of from bulk_actions
    where id = ${actionId} and asked_by = ${actor.id} and finished_at is null for update`);

const waiting = (tx: CommandTx, input: { actionId: string; ticketId: string }) =>
  tx.first<Next>(sql`
    select ticket_id, touched_at, before from bulk_action_tickets
    where action_id = ${input.actionId} and ticket_id = ${input.ticketId} and outcome is null`);

/** The next tickets of an action. */
export const bulkBatch = command(
  "bulk.batch",
  ofActionSchema,
  async (tx, { actor, now }, input) => {
    const action = await actionForUpdate(tx, actor, input.actionId);
    if (action === undefined || (await stopWhereShutOut(tx, { now }, action)))
      return { finished: true };
    return changeNext(tx, { actor, now }, action);
  },
);

/** One ticket of an action whose deeds are whole or not at all. */
const bulkOne = command("bulk.one", ofTicketSchema, async (tx, context, input) => {
  const action = await actionForUpdate(tx, context.actor, input.actionId);
  if (action !== undefined && (await stopWhereShutOut(tx, context, action))) return null;
  const next = await waiting(tx, input);
  if (action === undefined || next === undefined || !isSingle(action.deed)) return null;
  const deed = action.undo_of === null ? doSingle : undoSingle;
  const outcome = await deed(tx, context, action.deed, next);
  await writeOutcomes(tx, context, action, { outcomes: [outcome], finished: false });
  return null;
});

/** Leaves a ticket as it is, with the reason. */
const bulkRefuse = command("bulk.refuse", refusedTicketSchema, async (tx, context, input) => {
  const action = await actionForUpdate(tx, context.actor, input.actionId);
  const next = await waiting(tx, input);
  if (action === undefined || next === undefined) return null;
  const outcome = { ticketId: input.ticketId, code: input.code };
  await writeOutcomes(tx, context, action, { outcomes: [outcome], finished: false });
  return null;
});

/** The next piece of an action: a batch, or one ticket where each is whole by itself. */
export async function workOn(
  actor: Actor,
  { actionId, deed }: { actionId: string; deed: Deed },
): Promise<{ finished: boolean }> {
  const ticketId = isSingle(deed) ? await nextTicketOf(actionId) : null;
  if (ticketId === null) return bulkBatch.execute(actor, { commandId: newId(), actionId });
  try {
    await bulkOne.execute(actor, { commandId: newId(), actionId, ticketId });
  } catch (thrown) {
    // What may be otherwise in a moment is tried again with the job.
    if (!isAppError(thrown) || thrown.rule.client === "retry") throw thrown;
    const refused = { actionId, ticketId, code: thrown.code };
    await bulkRefuse.execute(actor, { commandId: newId(), ...refused });
  }
  return { finished: false };
}
