import * as z from "zod";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { isDevelopmentMailbox } from "@/platform/mailer";

export const statesInput = z.object({
  messageIds: z.array(z.uuid()).max(limits.mailStatesMax),
});

type Row = {
  message_id: string;
  purpose: "reply" | "forward" | "side";
  id: string;
  ticket_id: string;
  recipients: string[];
  unseen: number;
  state: "waiting" | "sent" | "failed";
  attempts: number;
  fault: string | null;
  answer: string | null;
  sent_at: Date | null;
  returned_at: Date | null;
  returned_for: string | null;
};

export type MessageMail = {
  mailId: string;
  messageId: string;
  /** Whether it says what was written, passes it on, or asks somebody beside the ticket. */
  purpose: "reply" | "forward" | "side";
  ticketId: string;
  to: string[];
  /** How many got a blind copy. */
  unseen: number;
  state: "waiting" | "sent" | "failed" | "bounced";
  at: string | null;
  attempts: number;
  /** Why it was not delivered, in the mail server's words. */
  reason: string | null;
  /** What the mail server said when it took the mail. */
  answer: string | null;
};

function mailOf(row: Row): MessageMail {
  const bounced = row.returned_at !== null;
  return {
    mailId: row.id,
    messageId: row.message_id,
    purpose: row.purpose,
    ticketId: row.ticket_id,
    to: row.recipients,
    unseen: row.unseen,
    state: bounced ? "bounced" : row.state,
    at: (row.returned_at ?? row.sent_at)?.toISOString() ?? null,
    attempts: row.attempts,
    reason: bounced ? row.returned_for : row.fault,
    answer: row.answer,
  };
}

/** What was found out about who sent the mail that a message came as. */
export type MessageSender = {
  messageId: string;
  found: "verified" | "doubted" | "unsure";
  why: string;
};

function messageSenders(messageIds: readonly string[]): Promise<MessageSender[]> {
  return db.read.rows<MessageSender>(sql`
    select message_row_id as "messageId", sender_found as found, coalesce(sender_why, '') as why
    from raw_mails
    where message_row_id = any(${messageIds}::uuid[]) and sender_found is not null
    limit ${raw(String(limits.mailStatesMax))}`);
}

/**
 * What became of the mails that carry some messages, of tickets and beside them, in one statement; none
 * for a message without mail.
 */
export async function messageMails({ messageIds }: z.output<typeof statesInput>) {
  if (messageIds.length === 0) return { mails: [], senders: [], caught: isDevelopmentMailbox() };
  const ids = sql`any(${messageIds}::uuid[])`;
  const rows = await db.read.rows<Row>(sql`
    with carried as (
      select mail_id, message_id, created_at, 'reply' as purpose from ticket_mails
        where message_id = ${ids}
      union all
      select mail_id, message_id, created_at, 'forward' from forward_mails
        where message_id = ${ids}
      union all
      select mail_id, message_id, created_at, 'side' from side_mails
        where message_id = ${ids}
    )
    select carried.message_id, carried.purpose, outgoing_mails.id, outgoing_mails.ticket_id,
      array[outgoing_mails.recipient] || outgoing_mails.cc as recipients,
      cardinality(outgoing_mails.bcc) as unseen, outgoing_mails.state,
      outgoing_mails.attempts, outgoing_mails.fault, outgoing_mails.answer,
      outgoing_mails.sent_at, mail_bounces.at as returned_at,
      mail_bounces.reason as returned_for
    from carried
    join outgoing_mails on outgoing_mails.id = carried.mail_id
    left join mail_bounces on mail_bounces.outgoing_mail_id = carried.mail_id
    where outgoing_mails.ticket_id is not null
    order by carried.created_at, carried.mail_id limit ${raw(String(limits.mailStatesMax))}`);
  const senders = await messageSenders(messageIds);
  return { mails: rows.map(mailOf), senders, caught: isDevelopmentMailbox() };
}
