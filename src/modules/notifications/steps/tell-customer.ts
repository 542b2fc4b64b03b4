import { messageAdded, ticketMerged } from "@/modules/conversations";
import { type TicketRow, ticketCreated } from "@/modules/tickets";
import type { CommandTx } from "@/platform/command";
import { htmlToText } from "@/platform/content";
import { sql, type Transaction } from "@/platform/database";
import { env } from "@/platform/env";
import { bodiesOf, queueMail } from "@/platform/mailer";
import { type Envelope, isOfBulk } from "@/platform/outbox";
import { acknowledgement, type CustomerMail, mergedMail, replyMail } from "../rules/mails";

type Told = {
  row: TicketRow;
  /** Nobody is told of their own words. */
  authorId: string | null;
  mailFor: (name: string) => CustomerMail;
};

function decided(event: Envelope): Told | null {
  const created = ticketCreated.read(event);
  if (created !== null) {
    // Who was written to first did not ask, and what is split off was acknowledged already.
    // A machine that is thanked may thank us in its turn, and so on for ever.
    if (["outbound", "split", "machine"].includes(created.opening)) return null;
    const { row } = created;
    const { number, subject } = row;
    const mailFor = (requesterName: string) => acknowledgement({ number, subject, requesterName });
    return { row, authorId: null, mailFor };
  }
  const merged = ticketMerged.read(event);
  if (merged !== null) {
    const { row, source, tell } = merged;
    if (!tell) return null;
    const into = { intoNumber: row.number, intoSubject: row.subject };
    const { number, subject } = source;
    const mailFor = (requesterName: string) =>
      mergedMail({ number, subject, requesterName, ...into });
    return { row: source, authorId: null, mailFor };
  }
  const added = messageAdded.read(event);
  if (added === null || added.message.kind !== "reply") return null;
  const { row, message } = added;
  const text =
    message.html === null
      ? "The answer is long: read it on your request's page."
      : htmlToText(message.html);
  const { number, subject } = row;
  const mailFor = (requesterName: string) =>
    replyMail({ number, subject, requesterName, authorName: message.author.name, text });
  return { row, authorId: message.author.id, mailFor };
}

type Addressee = { email: string; name: string };

/** Who asked, and who is in copy. */
async function addresseesOf(tx: Transaction, { row, authorId }: Told): Promise<Addressee[]> {
  const concerned = [row.requester.id, ...row.participantIds].filter((id) => id !== authorId);
  if (concerned.length === 0) return [];
  return tx.rows<Addressee>(sql`
    select email::text as email, name from users
    where id = any(${concerned}::uuid[]) and suspended_at is null and not synthetic
    order by id`);
}

/** Tells who asked, and who is in copy, what concerns them; gives how many mails that made. */
export async function tellCustomer(tx: CommandTx, event: Envelope, at: Date): Promise<number> {
  const told = decided(event);
  if (told === null || told.row.synthetic) return 0;
  const about = { ticketId: told.row.id, bulk: isOfBulk(event) };
  const addressees = await addresseesOf(tx, told);
  for (const { email, name } of addressees) {
    const { kind, subject, greeting, paragraphs, action, foot } = told.mailFor(name);
    const url = new URL(action.path, env().PUBLIC_WEB_URL).href;
    const bodies = bodiesOf({ greeting, paragraphs, action: { label: action.label, url }, foot });
    await queueMail(tx, { kind, to: email, subject, ...bodies, ...about }, at);
  }
  return addressees.length;
}
