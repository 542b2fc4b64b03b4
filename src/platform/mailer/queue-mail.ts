import type { CommandTx } from "@/platform/command";
import { sql } from "@/platform/database";
import { env } from "@/platform/env";
import { newId } from "@/platform/ids";
import { mailQueued } from "./events";
import { encryptText } from "./secrecy";

export type NewMail = {
  /** What the mail is for, for those who look at the table: `reset`, `acknowledgement`. */
  kind: string;
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
  /** Named by the caller where replies must find their way back; made of the id otherwise. */
  messageId?: string;
};

/** One line breaks a header; what people name their tickets must not become one. */
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim().slice(0, 300);

function mailDomain(): string {
  return new URL(env().PUBLIC_WEB_URL).hostname;
}

/**
 * Puts a mail into the table, in the caller's transaction, and tells of it when that commits. The
 * Message-ID is made here, so every attempt to send carries the same.
 */
export async function queueMail(
  tx: CommandTx,
  mail: NewMail,
  at: Date,
): Promise<{ mailId: string; messageId: string }> {
  const mailId = newId(at.getTime());
  const messageId = mail.messageId ?? `<${mailId}@${mailDomain()}>`;
  const secret = mail.secret ?? false;
  const text = secret ? encryptText(mail.text, `${mailId}.text`) : mail.text;
  const html = secret ? encryptText(mail.html, `${mailId}.html`) : mail.html;
  const ticketId = mail.ticketId ?? null;
  const bulk = mail.bulk ?? false;
  await tx.rows(sql`
    insert into outgoing_mails (id, kind, recipient, subject, body_text, body_html, encrypted,
      bulk, message_id, in_reply_to, ticket_id, created_at)
    values (${mailId}, ${mail.kind}, ${mail.to}, ${oneLine(mail.subject)}, ${text}, ${html},
      ${secret}, ${bulk}, ${messageId}, ${mail.inReplyTo ?? null}, ${ticketId}, ${at})`);
  tx.append(mailQueued.make({ mailId, bulk }, { ticketId }));
  return { mailId, messageId };
}
