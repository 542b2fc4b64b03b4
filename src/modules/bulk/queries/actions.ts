import type { Actor } from "@/platform/auth/actor";
import { nowMs } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { isShutOut, reachableActions } from "../access";
import { mayUndo } from "../rules/deed";
import type { Deed } from "../schema";

type Row = {
  as_of: number;
  id: string | null;
  deed: Deed;
  undo_of: string | null;
  total: number;
  done: number;
  failed: number;
  created_at: Date;
  finished_at: Date | null;
  cancelled_at: Date | null;
  undone: boolean;
};

/** One's latest actions within the time in which they can be taken back, with how far they are. */
export const recentActions = (actor: Actor) => actionsOf(actor.id);

/** Somebody's, where they work here no more; nobody's else, whoever asks. */
export async function leftActions(personId: string) {
  const shutOut = await db.read.rows(sql`
    select id from users where id = ${personId} and ${isShutOut(sql`users`)}`);
  return { actions: shutOut.length === 0 ? [] : (await actionsOf(personId)).actions };
}

async function actionsOf(personId: string) {
  const now = new Date(nowMs());
  const since = new Date(now.getTime() - limits.bulkUndoMs);
  const rows = await db.read.rows<Row>(sql`
    select event_positions.last as as_of, latest.* from event_positions left join (
      select id, deed, undo_of, total, done, failed, created_at, finished_at, cancelled_at,
        exists (select from bulk_actions undo where undo.undo_of = bulk_actions.id) as undone
      from bulk_actions where asked_by = ${personId} and created_at > ${since}
      order by created_at desc limit ${raw(String(limits.bulkListedMax))}) latest on true
    order by latest.created_at desc`);
  const actions = rows.flatMap((row) => {
    const { id, deed, undone, total, done, failed } = row;
    if (id === null) return [];
    const facts = { deed, finishedAt: row.finished_at, undoOf: row.undo_of, undone, done };
    const isRunning = row.finished_at === null;
    return [
      {
        ...{ id, deed, total, done, failed, isRunning },
        isUndo: row.undo_of !== null,
        isCancelled: row.cancelled_at !== null,
        isUndone: undone,
        mayUndo: mayUndo(facts, now, limits.bulkUndoMs),
        at: row.created_at.toISOString(),
      },
    ];
  });
  return { actions, asOf: rows[0]?.as_of ?? 0 };
}

/** Which tickets an action left as they were, and why; the first of them. */
export async function failuresOf(actor: Actor, actionId: string) {
  const rows = await db.read.rows<{ number: number | null; subject: string; code: string }>(sql`
    select tickets.number, tickets.subject, failed.code
    from bulk_actions left join lateral (
      select ticket_id, code from bulk_action_tickets
      where action_id = bulk_actions.id and outcome = 'failed'
      order by ticket_id limit ${raw(String(limits.bulkFailuresListedMax))}) failed on true
    left join tickets on tickets.id = failed.ticket_id
    where bulk_actions.id = ${actionId} and ${reachableActions(actor)}
    order by tickets.number`);
  if (rows.length === 0) throw new AppError("bulk_not_found");
  return {
    failures: rows.flatMap(({ number, subject, code }) =>
      number === null ? [] : [{ number, subject, code }],
    ),
  };
}

/** Actions that have not ended and whose job may be lost. */
export function unfinishedActions(before: Date): Promise<{ id: string }[]> {
  return db.write.rows<{ id: string }>(sql`
    select id from bulk_actions where finished_at is null and created_at < ${before}
    order by created_at limit ${raw(String(limits.personPageRows))}`);
}

/** For whom the job of an action that has not ended acts, and what it does. */
export async function runningAction(
  actionId: string,
): Promise<{ askedBy: string; deed: Deed } | null> {
  const [row] = await db.write.rows<{ asked_by: string; deed: Deed }>(sql`
    select asked_by, deed from bulk_actions where id = ${actionId} and finished_at is null`);
  return row === undefined ? null : { askedBy: row.asked_by, deed: row.deed };
}

/** The ticket of an action that comes next; null when there is none. */
export async function nextTicketOf(actionId: string): Promise<string | null> {
  const [row] = await db.write.rows<{ ticket_id: string }>(sql`
    select ticket_id from bulk_action_tickets
    where action_id = ${actionId} and outcome is null order by ticket_id limit 1`);
  return row?.ticket_id ?? null;
}
