import { knowTags } from "@/modules/fields";
import {
  changeTickets,
  checkAssignment,
  type SnoozeOutcome,
  snoozeTickets,
  snoozeTime,
  type TicketOutcome,
} from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import type { CommandTx } from "@/platform/command";
import { raw, sql } from "@/platform/database";
import { type ErrorCode, isAppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { beforeOf, changesOf, type FieldDeed, isSingle } from "../rules/deed";
import { beforeSchema, type Deed, snoozedBeforeSchema } from "../schema";
import { type Outcome, writeOutcomes } from "./outcomes";

export type RunningAction = { id: string; asked_by: string; deed: Deed; undo_of: string | null };
type Next = { ticket_id: string; touched_at: Date; before: unknown };
type About = { actor: Actor; now: Date };

type Ready = { deed: Deed; refused: null } | { refused: ErrorCode };

/**
 * The deed as it can be done by now, with tags under the names that they have; or why it cannot be
 * done any more: who was to get the tickets has left, or a tag is being taken away.
 */
async function readyDeed(tx: CommandTx, deed: Deed, now: Date): Promise<Ready> {
  try {
    if (deed.kind === "assign") await checkAssignment(tx, { assigneeId: deed.assigneeId });
    if (deed.kind === "team") await checkAssignment(tx, { teamId: deed.teamId });
    if (deed.kind === "snooze") snoozeTime(deed.until, now);
    if (deed.kind !== "tags") return { deed, refused: null };
    const known = await knowTags(tx, deed.add, now);
    const add = [...new Set(deed.add.map((tag) => known.get(tag) ?? tag))];
    return { deed: { ...deed, add }, refused: null };
  } catch (thrown) {
    if (isAppError(thrown)) return { refused: thrown.code };
    throw thrown;
  }
}

/**
 * Changes the next tickets of an action, whose row the caller has locked. What became of each stands
 * in the same transaction as the change, so whoever comes after a worker that died goes on behind it.
 */
export async function changeNext(
  tx: CommandTx,
  about: About,
  action: RunningAction,
): Promise<{ finished: boolean }> {
  const rows = raw(String(isSingle(action.deed) ? 1 : limits.bulkBatchRows));
  const next = await tx.rows<Next>(sql`
    select ticket_id, touched_at, before from bulk_action_tickets
    where action_id = ${action.id} and outcome is null
    order by ticket_id limit ${rows}`);
  // Those that take a transaction each are done before; here their action ends.
  if (isSingle(action.deed)) {
    const finished = next.length === 0;
    await writeOutcomes(tx, about, action, { outcomes: [], finished });
    return { finished };
  }
  const isUndo = action.undo_of !== null;
  const ready: Ready = isUndo
    ? { deed: action.deed, refused: null }
    : await readyDeed(tx, action.deed, about.now);
  const outcomes =
    ready.refused === null
      ? await doNext(tx, about, next, { deed: ready.deed, isUndo })
      : next.map((one): Outcome => ({ ticketId: one.ticket_id, code: ready.refused }));
  const finished = next.length < limits.bulkBatchRows;
  await writeOutcomes(tx, about, action, { outcomes, finished });
  return { finished };
}

async function doNext(
  tx: CommandTx,
  about: About,
  next: readonly Next[],
  { deed, isUndo }: { deed: Deed; isUndo: boolean },
): Promise<Outcome[]> {
  if (isSingle(deed)) return [];
  if (deed.kind === "snooze") return snoozeNext(tx, about, next, isUndo ? null : deed.until);
  return fieldsOfNext(tx, about, next, isUndo ? null : deed);
}

async function fieldsOfNext(
  tx: CommandTx,
  about: About,
  next: readonly Next[],
  deed: FieldDeed | null,
): Promise<Outcome[]> {
  const outcomes = await changeTickets(
    tx,
    about,
    next.map((one) => ({
      ticketId: one.ticket_id,
      touchedAt: one.touched_at,
      changes: (ticket) =>
        deed === null ? beforeSchema.parse(one.before) : changesOf(deed, ticket),
    })),
  );
  return outcomes.map((one: TicketOutcome) =>
    one.code === null ? { ...one, before: beforeOf(one.changes) } : one,
  );
}

async function snoozeNext(
  tx: CommandTx,
  about: About,
  next: readonly Next[],
  until: string | null,
): Promise<Outcome[]> {
  const timeOf = (one: Next) => {
    if (until !== null) return snoozeTime(until, about.now);
    const { snoozedUntil } = snoozedBeforeSchema.parse(one.before);
    // A time that has come meanwhile brings it back.
    const at = snoozedUntil === null ? null : new Date(snoozedUntil);
    return at !== null && at > about.now ? at : null;
  };
  const wanted = next.map((one) => ({
    ticketId: one.ticket_id,
    touchedAt: one.touched_at,
    until: timeOf(one),
  }));
  return (await snoozeTickets(tx, about, wanted)).map((one: SnoozeOutcome) =>
    one.code === null ? { ...one, before: { snoozedUntil: one.before } } : one,
  );
}
