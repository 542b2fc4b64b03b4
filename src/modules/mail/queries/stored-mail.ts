import { createHash } from "node:crypto";
import { db, raw, sql, type Transaction } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { ReadMail } from "./read-mail";

export type RawMailState = "stored" | "decided" | "quarantined" | "suspended" | "trashed";

export type StoredMail = {
  id: string;
  mailbox_id: string;
  envelope_from: string | null;
  envelope_to: string[];
  received_at: Date;
  state: RawMailState;
  round: number;
  released_by: string | null;
  /** From which address, and by which name for itself, another server handed it over. */
  peer: string | null;
  helo: string | null;
  /** What its mailbox asks about senders, and whose findings it believes. */
  checks_senders: boolean;
  results_from: string | null;
};

const columns =
  raw(`raw_mails.id, mailbox_id, envelope_from, envelope_to, received_at, state, round,
  released_by, peer, helo, checks_senders, results_from`);
const withMailbox = raw("raw_mails join mailboxes on mailboxes.id = raw_mails.mailbox_id");

/** A mail that waits to be read, with its bytes; null when it does not wait or has none. */
export async function waitingMail(
  rawMailId: string,
): Promise<{ row: StoredMail; content: Uint8Array } | null> {
  const [found] = await db.write.rows<StoredMail & { content: Buffer }>(sql`
    select ${columns}, content from ${withMailbox}
    join raw_mail_contents on raw_mail_contents.raw_mail_id = raw_mails.id
    where raw_mails.id = ${rawMailId} and state = 'stored'`);
  if (found === undefined) return null;
  const { content, ...row } = found;
  return { row, content };
}

/** The same row, locked: whoever decides it holds it. */
export function mailForDecision(
  tx: Transaction,
  rawMailId: string,
): Promise<StoredMail | undefined> {
  return tx.first<StoredMail>(sql`
    select ${columns} from ${withMailbox}
    where raw_mails.id = ${rawMailId} and state = 'stored' for update of raw_mails`);
}

/** Mails that have waited since before a moment: upkeep asks for them again. */
export function mailsStoredSince(before: Date): Promise<{ id: string; round: number }[]> {
  return db.write.rows<{ id: string; round: number }>(sql`
    select id, round from raw_mails where state = 'stored' and received_at < ${before}
    order by received_at, id limit ${raw(String(limits.mailPageRows))}`);
}

/**
 * What a letter says, without the way it came by. Null where it has no Message-ID: two letters that
 * say the same may then be two.
 */
export function essenceOf(mail: ReadMail): string | null {
  if (mail.messageId === null) return null;
  const hash = createHash("sha256");
  const { messageId, from, subject, text, html } = mail;
  hash.update(JSON.stringify([messageId, from?.address, mail.header("date"), subject, text, html]));
  for (const file of mail.files) hash.update(file.name).update(file.content);
  return hash.digest("base64url");
}
