import type { CommandTx } from "@/platform/command";
import { bulk as bulkOf, sql } from "@/platform/database";
import { env } from "@/platform/env";
import { assert } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { mailQueued } from "./events";
import type { LetterKind } from "./letters/kinds";
import type { MailFile } from "./mail-row";
import { encryptText } from "./secrecy";
import { usualSenders } from "./usual-sender";

export type NewMail = {
  /** Which of our letters it is, for those who look at the table: `reset`, `acknowledgement`. */
  kind: LetterKind;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The bodies hold a link that opens something: they lie locked until they are sent. */
  secret?: boolean;
  ticketId?: string | null;
  /** One of many, or for no particular moment: it stands back while others are sent. */
  bulk?: boolean;
  /** The Message-ID that this one answers. */
  inReplyTo?: string | null;
  /** The Message-IDs of the thread, the oldest first. */
  thread?: readonly string[];
  /**
   * In whose name it goes, and where answers go; as whoever keeps the mailboxes says when left out,
   * and as the environment says when it is null.
   */
  from?: { name: string; address: string } | null;
  replyTo?: string | null;
  cc?: readonly string[];
  bcc?: readonly string[];
  /** What a machine writes says so, and is answered by no other; null: a person wrote it. */
  automatic?: "auto-generated" | "auto-replied" | null;
  files?: readonly MailFile[];
  /** Who wrote it, and is told when it is not delivered. */
  senderId?: string | null;
  /** Named by the caller where replies must find their way back; made of the id otherwise. */
  messageId?: string;
};

/** One line breaks a header; what people name their tickets must not become one. */
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim().slice(0, 300);

function mailDomain(): string {
  return new URL(env().PUBLIC_WEB_URL).hostname;
}

async function withSenders(tx: CommandTx, mails: readonly NewMail[]): Promise<NewMail[]> {
  const unsigned = mails.filter(({ from }) => from === undefined);
  if (unsigned.length === 0) return [...mails];
  const asked = unsigned.map(({ kind, ticketId = null }) => ({ kind, ticketId }));
  const senders = await usualSenders(tx, asked);
  const sentAs = new Map(unsigned.map((mail, place) => [mail, senders[place]]));
  return mails.map((mail) => ({ ...sentAs.get(mail), ...mail }));
}

type Queued = { mailId: string; messageId: string };

/**
 * Puts mails into the table, in the caller's transaction, and tells of them when that commits: one
 * statement for all. The Message-IDs are made here, so every attempt to send carries the same.
 */
export async function queueMails(
  tx: CommandTx,
  mails: readonly NewMail[],
  at: Date,
): Promise<Queued[]> {
  if (mails.length === 0) return [];
  const made = (await withSenders(tx, mails)).map((mail) => {
    const mailId = newId(at.getTime());
    return { ...mail, mailId, messageId: mail.messageId ?? `<${mailId}@${mailDomain()}>` };
  });
  const rows = made.map(({ mailId, messageId, secret = false, bulk = false, ...mail }) => [
    mailId,
    mail.kind,
    mail.to,
    oneLine(mail.subject),
    secret ? encryptText(mail.text, `${mailId}.text`) : mail.text,
    secret ? encryptText(mail.html, `${mailId}.html`) : mail.html,
    secret,
    bulk,
    messageId,
    mail.inReplyTo ?? null,
    mail.ticketId ?? null,
    mail.thread ?? [],
    mail.from === undefined || mail.from === null ? null : oneLine(mail.from.name),
    mail.from?.address ?? null,
    mail.replyTo ?? null,
    mail.cc ?? [],
    mail.bcc ?? [],
    mail.automatic === undefined ? "auto-generated" : mail.automatic,
    JSON.stringify(mail.files ?? []),
    mail.senderId ?? null,
    at,
  ]);
  await tx.rows(sql`
    insert into outgoing_mails (id, kind, recipient, subject, body_text, body_html, encrypted,
      bulk, message_id, in_reply_to, ticket_id, thread, from_name, from_address, reply_to, cc, bcc,
      automatic, files, sender_id, created_at)
    values ${bulkOf(rows)}`);
  for (const { mailId, bulk = false, ticketId = null } of made)
    tx.append(mailQueued.make({ mailId, bulk }, { ticketId }));
  return made.map(({ mailId, messageId }) => ({ mailId, messageId }));
}

/** The same of one mail. */
export async function queueMail(tx: CommandTx, mail: NewMail, at: Date): Promise<Queued> {
  const [queued] = await queueMails(tx, [mail], at);
  assert(queued !== undefined, "a mail that was put into the table has an id");
  return queued;
}
