import type { CommandTx } from "@/platform/command";
import { raw, sql, type Transaction } from "@/platform/database";
import { limits } from "@/platform/limits";
import { threadOf } from "../rules/thread";

/** What a mail about a ticket refers to: the mails of its correspondence so far. */
export async function threadOfTicket(tx: Transaction, ticketId: string) {
  const rows = await tx.rows<{ message_id: string }>(sql`
    select outgoing_mails.message_id from ticket_mails
    join outgoing_mails on outgoing_mails.id = ticket_mails.mail_id
    where ticket_mails.ticket_id = ${ticketId}
    order by ticket_mails.created_at desc, ticket_mails.mail_id desc
    limit ${raw(String(limits.mailThreadRows))}`);
  return threadOf(rows.map(({ message_id }) => message_id).reverse());
}

/** Notes that a mail carries what is said in a ticket. */
export async function noteMail(
  tx: CommandTx,
  about: { mailId: string; ticketId: string; messageId: string | null; at: Date },
): Promise<void> {
  await tx.rows(sql`
    insert into ticket_mails (mail_id, ticket_id, message_id, created_at)
    values (${about.mailId}, ${about.ticketId}, ${about.messageId}, ${about.at})`);
}
