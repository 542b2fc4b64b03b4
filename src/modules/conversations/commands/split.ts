import * as z from "zod";
import {
  asideChanged,
  insertLink,
  insertTicket,
  logActivity,
  newTicket,
  rowOf,
  saveTicket,
  subjectSchema,
  ticketCreated,
  ticketForUpdate,
  ticketUpdated,
} from "@/modules/tickets";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { conversationMoved } from "../events";
import { moveMessages, withFacts } from "./move-messages";

const splitSchema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  messageIds: z.array(z.uuid()).min(1).max(limits.splitMessagesMax),
  subject: subjectSchema,
});

type Chosen = { id: string; author_id: string; theirs: boolean };

/** The chosen messages in their order; all of them must lie in the ticket and be sent. */
async function chosenOf(tx: CommandTx, ticketId: string, messageIds: readonly string[]) {
  const chosen = await tx.rows<Chosen>(sql`
    select ticket_messages.id, ticket_messages.author_id, author.role = 'customer' as theirs
    from ticket_messages join users author on author.id = ticket_messages.author_id
    where ticket_messages.id = any(${messageIds}::uuid[])
      and ticket_messages.ticket_id = ${ticketId} and ticket_messages.state <> 'held'
    order by ticket_messages.created_at, ticket_messages.id`);
  if (chosen.length < new Set(messageIds).size) throw new AppError("ticket_changed");
  const rest = await tx.first(sql`
    select id from ticket_messages where ticket_id = ${ticketId} and state <> 'held'
      and not id = any(${messageIds}::uuid[]) limit 1`);
  if (rest === undefined) throw new AppError("split_leaves_nothing");
  return chosen;
}

/** Makes a ticket of its own of some messages; the two are linked both ways. */
export const splitTicket = command(
  "tickets.split",
  splitSchema,
  async (tx, { actor, now }, { ticketId, messageIds, subject }) => {
    const old = await ticketForUpdate(tx, actor, ticketId);
    if (old.mergedInto !== null)
      throw new AppError("ticket_merged", { detail: { number: old.mergedInto } });
    const chosen = await chosenOf(tx, old.id, messageIds);
    const asker = chosen.find((message) => message.theirs)?.author_id ?? old.requesterId;
    const requester = await tx.first<{ id: string; organization_id: string | null }>(sql`
      select id, organization_id from users where id = ${asker} for key share`);
    if (requester === undefined) throw new AppError("person_not_found");
    const { priority, channel, assigneeId, teamId, tags, synthetic } = old;
    const splitId = newId(now.getTime());
    const organizationId =
      asker === old.requesterId ? old.organizationId : requester.organization_id;
    const fresh = newTicket(
      {
        ...{ id: splitId, subject, requesterId: asker, organizationId, lastWords: "" },
        ...{ priority, channel, assigneeId, teamId, tags, synthetic },
      },
      now,
    );
    await insertTicket(tx, fresh);
    const ids = chosen.map((message) => message.id);
    await moveMessages(tx, ids, { fromId: old.id, toId: splitId });
    const { number } = await rowOf(tx, splitId);
    await saveTicket(tx, await withFacts(tx, { ...fresh, number }, { waiting: "read" }));
    const left = { ...old, version: old.version + 1, updatedAt: now };
    await saveTicket(tx, await withFacts(tx, left, { waiting: "read" }));
    const link = { fromId: splitId, toId: old.id, kind: "split", by: actor.id, at: now } as const;
    await insertLink(tx, link);
    const about = { actorId: actor.id, at: now };
    const splitFrom = { channel, splitFrom: old.number };
    await logActivity(tx, { ticketId: splitId, ...about }, { kind: "created", detail: splitFrom });
    const splitOff = { kind: "split_off", detail: { number, messages: ids.length } };
    await logActivity(tx, { ticketId: old.id, ...about }, splitOff);
    const row = await rowOf(tx, splitId);
    const oldRow = await rowOf(tx, old.id);
    const by = { id: actor.id, name: actor.name };
    tx.append(
      ticketCreated.make({ row, opening: "split" }, { ticketId: splitId }),
      ticketUpdated.make({ row: oldRow, changes: [], by }, { ticketId: old.id }),
      conversationMoved.make({ row: oldRow }, { ticketId: old.id }),
      asideChanged.make({ ticketId: old.id, part: "links" }, { ticketId: old.id }),
    );
    return { ticketId: splitId, number };
  },
);
