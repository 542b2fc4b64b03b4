import { messageAdded } from "@/modules/conversations";
import { type TicketRow, ticketCreated } from "@/modules/tickets";
import type { CommandTx } from "@/platform/command";
import { htmlToText } from "@/platform/content";
import { sql, type Transaction } from "@/platform/database";
import { env } from "@/platform/env";
import { bodiesOf, queueMail } from "@/platform/mailer";
import { type Envelope, isOfBulk } from "@/platform/outbox";
import { acknowledgement, type CustomerMail, replyMail } from "../rules/mails";

function decided(event: Envelope): { row: TicketRow; mail: CustomerMail } | null {
  const created = ticketCreated.read(event);
  if (created !== null) {
    const { number, subject, requester } = created.row;
    const mail = acknowledgement({ number, subject, requesterName: requester.name });
    return { row: created.row, mail };
  }
  const added = messageAdded.read(event);
  if (added === null || added.message.kind !== "reply") return null;
  // Never for one's own words: what a customer wrote is acknowledged by the ticket's creation.
  if (added.message.author.side === "customer") return null;
  const { row, message } = added;
  const text =
    message.html === null
      ? "The answer is long: read it on your request's page."
      : htmlToText(message.html);
  const about = { number: row.number, subject: row.subject, requesterName: row.requester.name };
  return { row, mail: replyMail({ ...about, authorName: message.author.name, text }) };
}

type Addressee = { email: string };

async function addresseeOf(tx: Transaction, row: TicketRow): Promise<Addressee | undefined> {
  return tx.first<Addressee>(sql`
    select email::text as email from users
    where id = ${row.requester.id} and suspended_at is null and not synthetic`);
}

/** Tells the requester by mail what concerns them; gives how many mails that made. */
export async function tellCustomer(tx: CommandTx, event: Envelope, at: Date): Promise<number> {
  const told = decided(event);
  if (told === null || told.row.synthetic) return 0;
  const addressee = await addresseeOf(tx, told.row);
  if (addressee === undefined) return 0;
  const { kind, subject, greeting, paragraphs, action, foot } = told.mail;
  const url = new URL(action.path, env().PUBLIC_WEB_URL).href;
  const bodies = bodiesOf({ greeting, paragraphs, action: { label: action.label, url }, foot });
  const about = { ticketId: told.row.id, bulk: isOfBulk(event) };
  await queueMail(tx, { kind, to: addressee.email, subject, ...bodies, ...about }, at);
  return 1;
}
