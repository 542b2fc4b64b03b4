import * as z from "zod";
import {
  asideChanged,
  logActivity,
  type MergeKept,
  removeFollowers,
  rowOf,
  saveTicket,
  statusSchema,
  ticketsForUpdate,
  ticketUpdated,
  unmerged,
} from "@/modules/tickets";
import { type CommandContext, type CommandTx, command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { conversationMoved } from "../events";
import { changesBetween } from "./changes-between";
import { moveMessages, withFacts } from "./move-messages";

const unmergeSchema = z.object({ commandId: commandIdSchema, mergeId: z.uuid() });

const time = z.iso.datetime().nullable();
const keptSchema: z.ZodType<MergeKept> = z.object({
  source: z.object({ status: statusSchema, resolvedAt: time, snoozedUntil: time }),
  target: z.object({ status: statusSchema, resolvedAt: time, statusAfter: statusSchema }),
  tagsAdded: z.array(z.string()),
  followersAdded: z.array(z.string()),
});

type Merge = { source_id: string; target_id: string; merged_at: Date; kept: unknown };

const mergeOf = (tx: CommandTx, mergeId: string, state: "any" | "standing") =>
  tx.first<Merge>(sql`
    select source_id, target_id, merged_at, kept from ticket_merges
    where id = ${mergeId} and (${state === "any"} or undone_at is null)`);

const refused = (reason: string, number?: number) =>
  new AppError("merge_not_undoable", {
    detail: number === undefined ? { reason } : { reason, number },
  });

/**
 * Takes a merge back: the source has its messages, files and standing again. What others did to the
 * target since stays. A later merge of the target has to be taken back first.
 */
export async function unmerge(
  tx: CommandTx,
  { actor, now }: Pick<CommandContext, "actor" | "now">,
  { mergeId }: Pick<z.output<typeof unmergeSchema>, "mergeId">,
) {
  const found = await mergeOf(tx, mergeId, "any");
  if (found === undefined) throw new AppError("ticket_not_found");
  const ids = [found.source_id, found.target_id];
  const [source, target] = await ticketsForUpdate(tx, actor, ids);
  // Read again under the locks: somebody else may have taken it back meanwhile.
  const merge = await mergeOf(tx, mergeId, "standing");
  if (source === undefined || target === undefined || merge === undefined) throw refused("undone");
  if (merge.merged_at.getTime() + limits.mergeUndoMs < now.getTime()) throw refused("late");
  if (target.mergedInto !== null) throw refused("merged_on", target.mergedInto);
  const kept = keptSchema.parse(merge.kept);
  const moved = await tx.rows<{ message_id: string }>(sql`
      select message_id from ticket_merge_messages where merge_id = ${mergeId}`);
  const messageIds = moved.map((row) => row.message_id);
  await moveMessages(tx, messageIds, { fromId: target.id, toId: source.id });
  await removeFollowers(tx, target.id, kept.followersAdded);
  await tx.rows(sql`
      update ticket_merges set undone_at = ${now}, undone_by = ${actor.id} where id = ${mergeId}`);
  const back = unmerged(source, target, kept, now);
  const pairs = [
    { before: source, ticket: back.source, other: target.number },
    { before: target, ticket: back.target, other: source.number },
  ];
  const by = { id: actor.id, name: actor.name };
  for (const { before, ticket, other } of pairs) {
    await saveTicket(tx, await withFacts(tx, ticket, { waiting: "read" }));
    const changes = changesBetween(before, ticket);
    const entry = { kind: "unmerged", detail: { number: other, changes } };
    await logActivity(tx, { ticketId: ticket.id, actorId: actor.id, at: now }, entry);
    const row = await rowOf(tx, ticket.id);
    const about = { ticketId: ticket.id };
    tx.append(
      ticketUpdated.make({ row, changes, by }, about),
      conversationMoved.make({ row }, about),
      asideChanged.make({ ticketId: ticket.id, part: "merges" }, about),
    );
  }
  return { number: source.number, targetNumber: target.number };
}

export const unmergeTickets = command("tickets.unmerge", unmergeSchema, unmerge);
