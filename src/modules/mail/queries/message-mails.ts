import * as z from "zod";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { isDevelopmentMailbox } from "@/platform/mailer";

export const statesInput = z.object({
  messageIds: z.array(z.uuid()).max(limits.mailStatesMax),
});

type Row = {
  message_id: string;
  id: string;
  ticket_id: string;
  recipients: string[];
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
  ticketId: string;
  to: string[];
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
    ticketId: row.ticket_id,
    to: row.recipients,
    state: bounced ? "bounced" : row.state,
    at: (row.returned_at ?? row.sent_at)?.toISOString() ?? null,
    attempts: row.attempts,
    reason: bounced ? row.returned_for : row.fault,
    answer: row.answer,
  };
}

/** What became of the mails of some messages, in one statement; none for a message without mail. */
export async function messageMails({ messageIds }: z.output<typeof statesInput>) {
  if (messageIds.length === 0) return { mails: [], caught: isDevelopmentMailbox() };
  const rows = await db.read.rows<Row>(sql`
    select ticket_mails.message_id, outgoing_mails.id, ticket_mails.ticket_id,
      array[outgoing_mails.recipient] || outgoing_mails.cc as recipients, outgoing_mails.state,
      outgoing_mails.attempts, outgoing_mails.fault, outgoing_mails.answer,
      outgoing_mails.sent_at, mail_bounces.at as returned_at,
      mail_bounces.reason as returned_for
    from ticket_mails
    join outgoing_mails on outgoing_mails.id = ticket_mails.mail_id
    left join mail_bounces on mail_bounces.outgoing_mail_id = ticket_mails.mail_id
    where ticket_mails.message_id = any(${messageIds}::uuid[])
    order by ticket_mails.created_at, ticket_mails.mail_id limit ${limits.mailStatesMax}`);
  return { mails: rows.map(mailOf), caught: isDevelopmentMailbox() };
}
