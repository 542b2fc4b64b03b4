import * as z from "zod";
import {
  addFollowersOf,
  asideChanged,
  logActivity,
  merged,
  mergeRefusal,
  organizationIsShared,
  rowOf,
  saveTicket,
  type Ticket,
  ticketsForUpdate,
  ticketUpdated,
} from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { raw, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { conversationMoved, ticketMerged } from "../events";
import { moveDrafts } from "../steps/drafts";
import { changesBetween } from "./changes-between";
import { moveMessages, withFacts } from "./move-messages";

const mergeSchema = z.object({
  commandId: commandIdSchema,
  /** The ticket that stays. */
  targetId: z.uuid(),
  sourceIds: z.array(z.uuid()).min(1).max(limits.mergeTicketsMax),
  /** Whether those who asked are told by mail where it goes on. */
  tell: z.boolean(),
});

const messagesAsked = raw(String(limits.mergeMessagesMax + 1));

type By = { actor: Actor; now: Date };

/** All messages of a ticket, held ones too; too many would hold the locks for too long. */
async function messagesOf(tx: CommandTx, ticket: Ticket): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    select id from ticket_messages where ticket_id = ${ticket.id}
    limit ${messagesAsked}`);
  if (rows.length > limits.mergeMessagesMax)
    throw new AppError("merge_not_possible", {
      detail: { reason: "too_long", number: ticket.number },
    });
  return rows.map((row) => row.id);
}

async function mergeOne(
  tx: CommandTx,
  { actor, now }: By,
  source: Ticket,
  target: Ticket,
  sharing: boolean,
): Promise<{ target: Ticket; source: Ticket; mergeId: string }> {
  const reason = mergeRefusal(source, target, sharing);
  if (reason !== null)
    throw new AppError("merge_not_possible", { detail: { reason, number: source.number } });
  const after = merged(source, target, now);
  const messageIds = await moveMessages(tx, await messagesOf(tx, source), {
    fromId: source.id,
    toId: target.id,
  });
  const about = { fromId: source.id, toId: target.id, at: now };
  const followersAdded = await addFollowersOf(tx, about);
  tx.append(...(await moveDrafts(tx, about)));
  const mergeId = newId(now.getTime());
  const kept = {
    source: {
      status: source.status,
      resolvedAt: source.resolvedAt?.toISOString() ?? null,
      snoozedUntil: source.snoozedUntil?.toISOString() ?? null,
    },
    target: {
      status: target.status,
      resolvedAt: target.resolvedAt?.toISOString() ?? null,
      statusAfter: after.target.status,
    },
    tagsAdded: after.tagsAdded,
    followersAdded,
  };
  await tx.rows(sql`
    insert into ticket_merges (id, source_id, target_id, merged_by, merged_at, kept)
    values (${mergeId}, ${source.id}, ${target.id}, ${actor.id}, ${now}, ${JSON.stringify(kept)})`);
  await tx.rows(sql`
    insert into ticket_merge_messages (merge_id, message_id)
    select ${mergeId}, moved.id from unnest(${messageIds}::uuid[]) as moved (id)`);
  await saveTicket(tx, after.source);
  await logActivity(
    tx,
    { ticketId: source.id, actorId: actor.id, at: now },
    // The changes stand there too: clocks read a ticket's statuses from its history.
    {
      kind: "merged_into",
      detail: { number: target.number, changes: changesBetween(source, after.source) },
    },
  );
  return { ...after, mergeId };
}

/**
 * Makes one ticket of several: their messages, files and followers go to the one that stays, and
 * they close with a pointer to it. Locks all of them in the order of their ids, then their children.
 */
export async function mergeInto(
  tx: CommandTx,
  { actor, now }: By,
  { targetId, sourceIds, tell }: Omit<z.output<typeof mergeSchema>, "commandId">,
) {
  const ids = [...new Set(sourceIds)];
  const [first, ...sources] = await ticketsForUpdate(tx, actor, [targetId, ...ids]);
  if (first === undefined) throw new AppError("ticket_not_found");
  const sharing = await organizationIsShared(tx, first.organizationId);
  let target = first;
  const ended: { before: Ticket; after: Ticket }[] = [];
  const mergeIds: string[] = [];
  for (const source of sources) {
    const one = await mergeOne(tx, { actor, now }, source, target, sharing);
    target = one.target;
    ended.push({ before: source, after: one.source });
    mergeIds.push(one.mergeId);
  }
  await saveTicket(tx, await withFacts(tx, target, { waiting: "keep" }));
  const numbers = ended.map(({ after }) => String(after.number));
  const changes = changesBetween(first, target);
  const entry = { kind: "merged_in", detail: { numbers, changes } };
  await logActivity(tx, { ticketId: target.id, actorId: actor.id, at: now }, entry);
  const by = { id: actor.id, name: actor.name };
  const row = await rowOf(tx, target.id);
  for (const { before, after } of ended) {
    const closed = await rowOf(tx, after.id);
    const about = { ticketId: after.id };
    tx.append(
      ticketUpdated.make({ row: closed, changes: changesBetween(before, after), by }, about),
      conversationMoved.make({ row: closed }, about),
      ticketMerged.make({ row, source: closed, tell, by }, { ticketId: target.id }),
    );
  }
  tx.append(
    ticketUpdated.make({ row, changes, by }, { ticketId: target.id }),
    conversationMoved.make({ row }, { ticketId: target.id }),
    asideChanged.make({ ticketId: target.id, part: "merges" }, { ticketId: target.id }),
  );
  return { ticketId: target.id, number: row.number, version: row.version, mergeIds };
}

export const mergeTickets = command("tickets.merge", mergeSchema, mergeInto);
