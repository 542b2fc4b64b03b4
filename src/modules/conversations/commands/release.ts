import * as z from "zod";
import { attachmentsOfMessages } from "@/modules/files";
import {
  logActivity,
  mayBecome,
  rowOf,
  saveTicket,
  spokenBy,
  ticketForUpdate,
  ticketUpdated,
} from "@/modules/tickets";
import { systemActor } from "@/platform/auth/actor";
import { command, commandIdSchema } from "@/platform/command";
import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { messageAdded } from "../events";
import { messageColumns, messageJoins, type StoredMessage, toMessageView } from "../queries/row";
import { lastWords } from "../rules/last-words";
import { forTravel } from "../steps";

/** What was said since a held reply's time: a late worker puts it under that, not on top. */
async function saidSince(tx: Transaction, held: StoredMessage) {
  const said = await tx.first<{ replies: number; asked_at: Date | null }>(sql`
    select count(*)::int as replies,
      min(ticket_messages.created_at) filter (where author.role = 'customer') as asked_at
    from ticket_messages ${messageJoins}
    where ticket_messages.ticket_id = ${held.ticket_id}
      and ticket_messages.created_at > ${held.created_at}
      and ticket_messages.kind = 'reply' and ticket_messages.state = 'released'`);
  return { isLatest: (said?.replies ?? 0) === 0, askedSince: said?.asked_at ?? null };
}

const releaseSchema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  messageId: z.uuid(),
});

/**
 * Sends a held reply whose time has come; the worker calls it as the author. The release is the
 * moment that counts for clocks, however late the worker is. Absent: it was taken back.
 */
export const releaseMessage = command(
  "conversations.release",
  releaseSchema,
  async (tx, { actor, now }, input) => {
    // It was accepted when it was written; that its author lost sight of the ticket since changes nothing.
    // A merge or a split may have taken it elsewhere while it was held.
    const at = await tx.first<{ ticket_id: string }>(sql`
      select ticket_id from ticket_messages where id = ${input.messageId} and author_id = ${actor.id} and state = 'held'`);
    if (at === undefined) return { released: false };
    const ticket = await ticketForUpdate(tx, systemActor, at.ticket_id);
    const held = await tx.first<StoredMessage>(sql`
      select ${messageColumns} from ticket_messages ${messageJoins}
      where ticket_messages.id = ${input.messageId} and ticket_messages.ticket_id = ${ticket.id}
        and ticket_messages.author_id = ${actor.id} and ticket_messages.state = 'held'`);
    // It moved between the two: another try finds it.
    if (held === undefined) throw new AppError("ticket_changed");
    if (held.release_at !== null && held.release_at > now)
      throw new AppError("send_not_due", { detail: { untilMs: held.release_at.getTime() } });
    await tx.rows(sql`
      update ticket_messages set state = 'released', release_at = null, release_status = null
      where id = ${held.id} and created_at = ${held.created_at}`);
    const files = await attachmentsOfMessages([held.id], tx);
    const since = await saidSince(tx, held);
    const wanted = held.release_status ?? undefined;
    const spoken = spokenBy(ticket, {
      staff: actor.audience !== "customer",
      kind: held.kind,
      words: since.isLatest
        ? lastWords(held.body_text, limits.lastWordsCharsMax) || "Files"
        : ticket.lastWords,
      status: wanted !== undefined && mayBecome(ticket.status, wanted) ? wanted : undefined,
      at: held.created_at,
      askedSince: since.askedSince,
    });
    await saveTicket(tx, spoken.ticket);
    const row = await rowOf(tx, ticket.id);
    const message = toMessageView(
      { ...held, state: "released", release_at: null },
      files.get(held.id) ?? [],
    );
    const about = { ticketId: ticket.id, occurredAt: held.created_at };
    tx.append(messageAdded.make({ row, message: forTravel(message) }, about));
    if (spoken.changes.length > 0) {
      await logActivity(
        tx,
        { ticketId: ticket.id, actorId: actor.id, at: held.created_at },
        { kind: "changed", detail: { changes: spoken.changes } },
      );
      const by = { id: actor.id, name: actor.name };
      tx.append(ticketUpdated.make({ row, changes: spoken.changes, by }, about));
    }
    return { released: true };
  },
);
