import { readableTickets, understoodFilter, whereOf } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { type CommandTx, command } from "@/platform/command";
import { bulk, raw, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { reachableActions } from "../access";
import { bulkProgressed, bulkStarted } from "../events";
import { isSingle, mayUndo } from "../rules/deed";
import { changeSomeSchema, type Deed, ofActionSchema, startSchema } from "../schema";
import { changeNext, type RunningAction } from "../steps/batch";
import { namedDeed } from "../steps/named";

type Started = { id: string; deed: Deed; undoOf: string | null };

async function insertAction(
  tx: CommandTx,
  { actor, now }: { actor: Actor; now: Date },
  { id, deed, undoOf }: Started,
): Promise<void> {
  await tx.rows(sql`
    insert into bulk_actions (id, asked_by, deed, undo_of, total, created_at)
    values (${id}, ${actor.id}, ${JSON.stringify(deed)}, ${undoOf}, 0, ${now})`);
}

/** How many tickets the action has, once they are written. */
async function fixTotal(tx: CommandTx, actionId: string): Promise<number> {
  const row = await tx.first<{ total: number }>(sql`
    update bulk_actions set total = (select count(*)::int from bulk_action_tickets
      where action_id = ${actionId}) where id = ${actionId} returning total`);
  return row?.total ?? 0;
}

/** Changes up to a page of tickets at once; what is refused for one leaves the others. */
export const changeSome = command(
  "bulk.changeSome",
  changeSomeSchema,
  async (tx, { actor, now }, { deed: asked, tickets }) => {
    const deed = await namedDeed(tx, actor, asked);
    const id = newId(now.getTime());
    await insertAction(tx, { actor, now }, { id, deed, undoOf: null });
    const rows = tickets.map(({ ticketId, updatedAt }) => [id, ticketId, new Date(updatedAt)]);
    // A ticket that does not exist has no row and needs none.
    await tx.rows(sql`
      insert into bulk_action_tickets (action_id, ticket_id, touched_at)
      select given.action_id::uuid, tickets.id, given.touched_at::timestamptz
      from (values ${bulk(rows)}) as given (action_id, ticket_id, touched_at)
      join tickets on tickets.id = given.ticket_id::uuid and ${readableTickets(actor)}
      where tickets.id is distinct from ${staying(deed)}::uuid
      on conflict do nothing`);
    const total = await fixTotal(tx, id);
    if (total === 0) throw new AppError("ticket_not_found");
    if (total > ticketsMaxOf(deed)) throw new AppError("bulk_too_many");
    await goOn(
      tx,
      { actor, now },
      { action: { id, asked_by: actor.id, deed, undo_of: null }, total },
    );
    return { actionId: id, total };
  },
);

/** The one into which others are merged is not one of them. */
const staying = (deed: Deed) => (deed.kind === "merge" ? deed.targetId : null);
const ticketsMaxOf = (deed: Deed) =>
  deed.kind === "merge" ? limits.mergeTicketsMax : limits.bulkTicketsMax;

/** At once what is small enough for the transaction of who asks; the rest is a job's. */
async function goOn(
  tx: CommandTx,
  about: { actor: Actor; now: Date },
  { action, total }: { action: RunningAction; total: number },
): Promise<void> {
  if (!isSingle(action.deed) && total <= limits.ticketPageRows) return changeAll(tx, about, action);
  tx.append(bulkStarted.make({ actionId: action.id }));
  tx.append(bulkProgressed.make({ actionId: action.id, askedBy: action.asked_by }));
}

/** A set of at most a page, in the transaction of who asks. */
async function changeAll(
  tx: CommandTx,
  about: { actor: Actor; now: Date },
  action: RunningAction,
): Promise<void> {
  const batchesMax = Math.ceil(limits.ticketPageRows / limits.bulkBatchRows) + 1;
  for (let batch = 0; batch < batchesMax; batch++)
    if ((await changeNext(tx, about, action)).finished) return;
}

/** Fixes which tickets match now; a job changes them. */
export const startBulk = command(
  "bulk.start",
  startSchema,
  async (tx, { actor, now }, { deed: asked, filter }) => {
    const deed = await namedDeed(tx, actor, asked);
    const where = await whereOf(actor, await understoodFilter(filter));
    const id = newId(now.getTime());
    await insertAction(tx, { actor, now }, { id, deed, undoOf: null });
    await tx.rows(sql`
      insert into bulk_action_tickets (action_id, ticket_id, touched_at)
      select ${id}, tickets.id, tickets.updated_at from tickets
      where ${where} and ${readableTickets(actor)} and not tickets.synthetic
        and tickets.id is distinct from ${staying(deed)}::uuid
      limit ${raw(String(limits.bulkTicketsMax + 1))}`);
    const total = await fixTotal(tx, id);
    if (total === 0) throw new AppError("bulk_empty");
    if (total > ticketsMaxOf(deed)) throw new AppError("bulk_too_many");
    tx.append(bulkStarted.make({ actionId: id }));
    tx.append(bulkProgressed.make({ actionId: id, askedBy: actor.id }));
    return { actionId: id, total };
  },
);

type Ended = {
  id: string;
  asked_by: string;
  deed: Deed;
  undo_of: string | null;
  done: number;
  finished_at: Date | null;
  undone: boolean;
};

/** Takes an action back where nobody has changed the ticket since; what others did stays. */
export const undoBulk = command("bulk.undo", ofActionSchema, async (tx, { actor, now }, input) => {
  const ended = await tx.first<Ended>(sql`
    select id, asked_by, deed, undo_of, done, finished_at, exists (
      select from bulk_actions undo where undo.undo_of = bulk_actions.id) as undone
    from bulk_actions where id = ${input.actionId} and ${reachableActions(actor)} for update`);
  if (ended === undefined) throw new AppError("bulk_not_found");
  const { deed, undone, done } = ended;
  const facts = { deed, finishedAt: ended.finished_at, undoOf: ended.undo_of, undone, done };
  if (!mayUndo(facts, now, limits.bulkUndoMs)) throw new AppError("bulk_not_undoable");
  const id = newId(now.getTime());
  await insertAction(tx, { actor, now }, { id, deed, undoOf: ended.id });
  await tx.rows(sql`
    insert into bulk_action_tickets (action_id, ticket_id, touched_at, before)
    select ${id}, ticket_id, touched_at, before from bulk_action_tickets
    where action_id = ${ended.id} and outcome = 'done' and before <> '{}'::jsonb`);
  const total = await fixTotal(tx, id);
  // The one that is taken back says so, too.
  tx.append(bulkProgressed.make({ actionId: ended.id, askedBy: ended.asked_by }));
  const action = { id, asked_by: actor.id, deed, undo_of: ended.id };
  await goOn(tx, { actor, now }, { action, total });
  return { actionId: id, total };
});

/** Stops an action after the batch that runs; what is done stays done, and can be taken back. */
export const cancelBulk = command(
  "bulk.cancel",
  ofActionSchema,
  async (tx, { actor, now }, input) => {
    const cancelled = await tx.first<{ asked_by: string }>(sql`
      update bulk_actions set cancelled_at = ${now}, finished_at = ${now}
      where id = ${input.actionId} and ${reachableActions(actor)} and finished_at is null
      returning asked_by`);
    if (cancelled !== undefined)
      tx.append(bulkProgressed.make({ actionId: input.actionId, askedBy: cancelled.asked_by }));
    else {
      const known = await tx.first(sql`
        select id from bulk_actions where id = ${input.actionId} and ${reachableActions(actor)}`);
      if (known === undefined) throw new AppError("bulk_not_found");
    }
    return { actionId: input.actionId, cancelled: cancelled !== undefined };
  },
);
