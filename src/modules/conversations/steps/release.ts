import { attachmentsOfMessages } from "@/modules/files";
import {
  logActivity,
  mayBecome,
  rowOf,
  saveTicket,
  spokenBy,
  type Ticket,
  ticketUpdated,
} from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { sql, type Transaction } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { NewEvent } from "@/platform/outbox";
import { messageAdded } from "../events";
import { messageColumns, messageJoins, type StoredMessage, toMessageView } from "../queries/row";
import { lastWords } from "../rules/last-words";
import { forTravel } from "../steps";

/** A held reply of its author; absent when it was taken back or sent. */
export function heldMessage(
  tx: Transaction,
  author: Actor,
  at: { ticketId: string; messageId: string },
): Promise<StoredMessage | undefined> {
  return tx.first<StoredMessage>(sql`
    select ${messageColumns} from ticket_messages ${messageJoins}
    where ticket_messages.id = ${at.messageId} and ticket_messages.ticket_id = ${at.ticketId}
      and ticket_messages.author_id = ${author.id} and ticket_messages.state = 'held'`);
}

/** What was said since a held reply's time: a late worker puts it under that, not on top. */
async function saidSince(tx: Transaction, ticketId: string, at: Date) {
  const said = await tx.first<{ replies: number; asked_at: Date | null }>(sql`
    select count(*)::int as replies,
      min(ticket_messages.created_at) filter (where author.role = 'customer') as asked_at
    from ticket_messages ${messageJoins}
    where ticket_messages.ticket_id = ${ticketId}
      and ticket_messages.created_at > ${at}
      and ticket_messages.kind = 'reply' and ticket_messages.state = 'released'`);
  return { isLatest: (said?.replies ?? 0) === 0, askedSince: said?.asked_at ?? null };
}

/** Sends a held reply as of `at`, with all that it does to its ticket. The caller holds both. */
export async function sendHeld(
  tx: Transaction,
  author: Actor,
  { ticket, held, at }: { ticket: Ticket; held: StoredMessage; at: Date },
): Promise<NewEvent[]> {
  await tx.rows(sql`
    update ticket_messages set state = 'released', release_at = null, release_status = null,
      source = null, created_at = ${at}
    where id = ${held.id} and created_at = ${held.created_at}`);
  const files = await attachmentsOfMessages([held.id], tx);
  const since = await saidSince(tx, ticket.id, at);
  const wanted = held.release_status ?? undefined;
  const spoken = spokenBy(ticket, {
    staff: author.audience !== "customer",
    kind: held.kind,
    words: since.isLatest
      ? lastWords(held.body_text, limits.lastWordsCharsMax) || "Files"
      : ticket.lastWords,
    status: wanted !== undefined && mayBecome(ticket.status, wanted) ? wanted : undefined,
    at,
    askedSince: since.askedSince,
  });
  await saveTicket(tx, spoken.ticket);
  const row = await rowOf(tx, ticket.id);
  const message = toMessageView(
    { ...held, state: "released", release_at: null, created_at: at },
    files.get(held.id) ?? [],
  );
  const about = { ticketId: ticket.id, occurredAt: at };
  const added = messageAdded.make({ row, message: forTravel(message) }, about);
  if (spoken.changes.length === 0) return [added];
  await logActivity(
    tx,
    { ticketId: ticket.id, actorId: author.id, at },
    { kind: "changed", detail: { changes: spoken.changes } },
  );
  const by = { id: author.id, name: author.name };
  return [added, ticketUpdated.make({ row, changes: spoken.changes, by }, about)];
}
