import type { CommandTx } from "@/platform/command";
import { raw, sql, type Transaction } from "@/platform/database";
import { limits } from "@/platform/limits";
import { threadOf } from "../rules/thread";

const rowsMax = raw(String(limits.mailThreadRows));

/** What a mail about a ticket refers to: the mails of its correspondence so far, theirs and ours. */
export async function threadOfTicket(tx: Transaction, ticketId: string) {
  const rows = await tx.rows<{ message_id: string }>(sql`
    select message_id from (
      (select outgoing_mails.message_id, ticket_mails.created_at as at from ticket_mails
        join outgoing_mails on outgoing_mails.id = ticket_mails.mail_id
        where ticket_mails.ticket_id = ${ticketId}
        order by ticket_mails.created_at desc, ticket_mails.mail_id desc limit ${rowsMax})
      union all
      (select message_id, received_at from raw_mails
        where ticket_id = ${ticketId} and message_id is not null and outcome <> 'bounce'
        order by received_at desc limit ${rowsMax})
    ) as said order by at desc, message_id limit ${rowsMax}`);
  return threadOf(rows.map(({ message_id }) => message_id).reverse());
}

/** Notes that a mail carries what is said in a ticket. */
export async function noteCarried(
  tx: CommandTx,
  about: { mailId: string; ticketId: string; messageId: string | null; at: Date },
): Promise<void> {
  await tx.rows(sql`
    insert into ticket_mails (mail_id, ticket_id, message_id, created_at)
    values (${about.mailId}, ${about.ticketId}, ${about.messageId}, ${about.at})`);
}
