import type { TicketRow } from "@/modules/tickets";
import { bulk, type Sql, sql, type Transaction } from "@/platform/database";
import { newId } from "@/platform/ids";
import type { InboxState } from "../rules/inbox-row";
import type { Reason } from "../rules/reasons";
import { type NotificationView, reasonSchema } from "../schema";

export type KeptRow = InboxState & {
  id: string;
  userId: string;
  ticketId: string;
  version: number;
};

type Stored = {
  id: string;
  user_id: string;
  ticket_id: string;
  reason: string;
  by_id: string | null;
  message_id: string | null;
  words: string;
  news: number;
  unread: boolean;
  snoozed_until: Date | null;
  done_at: Date | null;
  version: number;
  happened_at: Date;
};

/** A reason of another version is shown as the least pressing one. */
export const readReason = (text: string): Reason => reasonSchema.catch("team").parse(text);

function toKept(row: Stored): KeptRow {
  return {
    id: row.id,
    userId: row.user_id,
    ticketId: row.ticket_id,
    version: row.version,
    reason: readReason(row.reason),
    byId: row.by_id,
    messageId: row.message_id,
    words: row.words,
    news: row.news,
    unread: row.unread,
    snoozedUntil: row.snoozed_until,
    doneAt: row.done_at,
    happenedAt: row.happened_at,
  };
}

/** Rows of inboxes, locked in one order, for a change. */
export async function rowsForUpdate(tx: Transaction, where: Sql): Promise<KeptRow[]> {
  const rows = await tx.rows<Stored>(sql`
    select id, user_id, ticket_id, reason, by_id, message_id, words, news, unread, snoozed_until,
      done_at, version, happened_at
    from notifications where ${where} order by user_id, ticket_id for update`);
  return rows.map(toKept);
}

/** Writes rows, new or known; one statement for all. */
export async function saveRows(tx: Transaction, rows: readonly KeptRow[], at: Date): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map((row) => [
    row.id,
    row.userId,
    row.ticketId,
    row.reason,
    row.byId,
    row.messageId,
    row.words,
    row.news,
    row.unread,
    row.snoozedUntil,
    row.doneAt,
    row.version,
    row.happenedAt,
    at,
  ]);
  await tx.rows(sql`
    insert into notifications (id, user_id, ticket_id, reason, by_id, message_id, words, news,
      unread, snoozed_until, done_at, version, happened_at, created_at)
    values ${bulk(values)}
    on conflict (user_id, ticket_id) do update set reason = excluded.reason,
      by_id = excluded.by_id, message_id = excluded.message_id, words = excluded.words,
      news = excluded.news, unread = excluded.unread, snoozed_until = excluded.snoozed_until,
      done_at = excluded.done_at, version = excluded.version, happened_at = excluded.happened_at`);
}

export const newRow = (userId: string, ticketId: string, state: InboxState, at: Date): KeptRow => ({
  ...state,
  id: newId(at.getTime()),
  userId,
  ticketId,
  version: 1,
});

export const isListed = (row: InboxState) => row.doneAt === null && row.snoozedUntil === null;

export function viewOf(row: KeptRow, ticket: TicketRow, byName: string | null): NotificationView {
  const { id, version, reason, words, news, unread } = row;
  return {
    id,
    version,
    ticket: {
      id: ticket.id,
      number: ticket.number,
      subject: ticket.subject,
      status: ticket.status,
      requesterName: ticket.requester.name,
      version: ticket.version,
    },
    reason,
    byName,
    words,
    news,
    unread,
    at: row.happenedAt.toISOString(),
  };
}
