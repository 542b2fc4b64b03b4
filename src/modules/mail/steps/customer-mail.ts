import { messageAdded, ticketMerged } from "@/modules/conversations";
import { type TicketRow, ticketCreated } from "@/modules/tickets";
import type { CommandTx } from "@/platform/command";
import { sql, type Transaction } from "@/platform/database";
import { env } from "@/platform/env";
import { queueMail } from "@/platform/mailer";
import {
  defineLetter,
  type Letter,
  languageOf,
  wordsOfLetter,
  writeLetter,
} from "@/platform/mailer/letters";
import { type Envelope, isOfBulk } from "@/platform/outbox";
import { type Addressee, addresseesOf } from "../rules/addressees";
import { acknowledgement, answerWays, mergedLetter, replyLetter } from "../rules/customer-letters";
import { quotedMessage } from "../rules/quoted-message";
import { oursAmong, senderOf } from "./mailboxes";
import { messageForMail, replyWithItsPast } from "./message-to-mail";
import { noteCarried, threadOfTicket } from "./thread";

const letters = {
  acknowledgement: defineLetter(acknowledgement),
  reply: defineLetter(replyLetter),
  merged: defineLetter(mergedLetter),
};

type Told = {
  row: TicketRow;
  kind: keyof typeof letters;
  /** Nobody is told of their own words. */
  authorId: string | null;
  messageId: string | null;
  /** The request that the mail leads to. */
  into: { number: number; subject: string };
};

/** What an event means to a customer; null for nothing. */
function toldBy(event: Envelope): Told | null {
  const created = ticketCreated.read(event);
  if (created !== null) {
    // Who was written to first did not ask, and what is split off was acknowledged already. A machine
    // that is thanked may thank us in its turn, and so on for ever.
    if (["outbound", "split", "machine"].includes(created.opening)) return null;
    const { row } = created;
    return { row, into: row, kind: "acknowledgement", authorId: null, messageId: null };
  }
  const merged = ticketMerged.read(event);
  if (merged !== null) {
    if (!merged.tell) return null;
    const { row: into, source: row } = merged;
    return { row, into, kind: "merged", authorId: null, messageId: null };
  }
  const added = messageAdded.read(event);
  if (added === null || added.message.kind !== "reply") return null;
  const { row, message } = added;
  return { row, into: row, kind: "reply", authorId: message.author.id, messageId: message.id };
}

type Person = Addressee & {
  name: string;
  language: string | null;
  locale: string;
  time_zone: string;
};

/** Who asked, and who is in copy; an acknowledgement is for who asked alone. */
async function concernedBy(tx: Transaction, { row, kind }: Told): Promise<Person[]> {
  const ids = [row.requester.id, ...(kind === "acknowledgement" ? [] : row.participantIds)];
  return tx.rows<Person>(sql`
    select id, email::text as email, name, language, locale, time_zone from users
    where id = any(${ids}::uuid[]) and suspended_at is null and not synthetic
    order by array_position(${ids}::uuid[], id)`);
}

/** Who gets this answer unseen; what an agent chose holds for one answer. */
async function takeBlindCopies(tx: Transaction, { row, authorId, kind }: Told): Promise<string[]> {
  if (kind !== "reply" || authorId === null) return [];
  const taken = await tx.first<{ addresses: string[] }>(sql`
    delete from blind_copies where ticket_id = ${row.id} and person_id = ${authorId}
    returning addresses`);
  return taken?.addresses ?? [];
}

const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name;

/** What the mail carries beside our words, for who reads it first. */
async function contentOf(tx: Transaction, told: Told, reader: Person, at: Date) {
  if (told.messageId === null) return { automatic: "auto-generated" as const };
  const found = await replyWithItsPast(tx, told.row.id, told.messageId);
  if (found === null) return null;
  const { said, before } = found;
  const language = languageOf(reader);
  const { message, files } = await messageForMail(tx, said, { language, at });
  const quote =
    before === null
      ? undefined
      : quotedMessage(
          { name: before.authorName, at: before.at, text: before.text },
          { language, timeZone: reader.time_zone },
        );
  // A person's answer says nothing of machines; what we pass on of a customer's words does.
  const automatic = said.bySide === "staff" ? null : ("auto-generated" as const);
  const senderId = said.bySide === "staff" ? said.authorId : null;
  return { message, files, quote, automatic, senderId, authorName: said.authorName };
}

async function deskName(tx: Transaction): Promise<string> {
  return (await tx.first<{ name: string }>(sql`select name from workspace`))?.name ?? "";
}

/** Writes the mail by which a customer hears of an event; gives how many mails that made. */
export async function writeCustomerMail(tx: CommandTx, event: Envelope, at: Date): Promise<number> {
  const told = toldBy(event);
  if (told === null || told.row.synthetic) return 0;
  const { row, into, kind, authorId, messageId } = told;
  const concerned = await concernedBy(tx, told);
  const ours = await oursAmong(
    tx,
    concerned.map(({ email }) => email),
  );
  const bcc = await takeBlindCopies(tx, told);
  const people = addresseesOf({ requesterId: row.requester.id, authorId, concerned }, ours);
  if (people === null) return 0;
  const { to, cc } = people;
  const content = await contentOf(tx, told, to, at);
  if (content === null) return 0;
  const language = languageOf(to);
  const letter: Letter = letters[kind];
  const sender = await senderOf(tx, row.id, { kind: "ticket", id: row.id });
  const written = writeLetter(await wordsOfLetter(tx, letter, language), {
    language,
    values: {
      "person.firstName": firstName(to.name),
      "person.name": to.name,
      "ticket.number": `#${row.number}`,
      "ticket.subject": row.subject,
      "into.number": `#${into.number}`,
      "into.subject": into.subject,
      "author.name": content.authorName ?? null,
      "answer.how": answerWays[language][sender.replyTo === null ? "page" : "mail"],
      "desk.name": await deskName(tx),
    },
    url: new URL(`/portal/requests/${into.number}`, env().PUBLIC_WEB_URL).href,
    message: content.message,
    quote: content.quote,
  });
  const { mailId } = await queueMail(
    tx,
    {
      kind,
      to: to.email,
      cc: cc.map(({ email }) => email),
      bcc,
      ...written,
      ...sender,
      ...(await threadOfTicket(tx, row.id)),
      automatic: kind === "acknowledgement" ? "auto-replied" : content.automatic,
      files: content.files ?? [],
      senderId: content.senderId ?? null,
      ticketId: row.id,
      bulk: isOfBulk(event),
    },
    at,
  );
  await noteCarried(tx, { mailId, ticketId: row.id, messageId, at });
  return 1;
}
