import { canReadTicket } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { nowMs } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { env } from "@/platform/env";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";

/** A mail as it came over the wire, as text: nothing of it is shown as what it claims to be. */
type OriginalView = {
  /** The header lines. */
  head: string;
  body: string;
  /** How many bytes of it are not shown. */
  moreBytes: number;
  receivedAt: string;
  envelopeFrom: string | null;
  envelopeTo: string[];
};

/** What one gets to see: the original, or for how long originals are kept when this one is older. */
type OriginalShown = { original: OriginalView } | { original: null; keptDays: number };

/** How long the original of a decided mail is kept; the ticket keeps what was made of it. */
export const originalsKeepMs = () => env().MAIL_ORIGINALS_DAYS * 24 * 3_600_000;

type Row = {
  received_at: Date;
  envelope_from: string | null;
  envelope_to: string[];
  bytes: number;
  shown: Buffer | null;
};

/** The encodings of the world are left as they are; what is no letter is not drawn. */
function shownText(bytes: Buffer): string {
  const text = new TextDecoder("utf-8").decode(bytes).replace(/\r\n?/g, "\n");
  return text.replace(/[^\P{C}\n\t]/gu, "�");
}

function toShown(row: Row | undefined): OriginalShown {
  if (row === undefined) throw new AppError("not_found");
  if (row.shown !== null) return { original: toOriginal({ ...row, shown: row.shown }) };
  if (nowMs() - row.received_at.getTime() < originalsKeepMs()) throw new AppError("not_found");
  return { original: null, keptDays: env().MAIL_ORIGINALS_DAYS };
}

function toOriginal(row: Row & { shown: Buffer }): OriginalView {
  const text = shownText(row.shown);
  const end = text.indexOf("\n\n");
  return {
    head: end < 0 ? text : text.slice(0, end),
    body: end < 0 ? "" : text.slice(end + 2),
    moreBytes: Math.max(0, row.bytes - row.shown.length),
    receivedAt: row.received_at.toISOString(),
    envelopeFrom: row.envelope_from,
    envelopeTo: row.envelope_to.slice(0, limits.participantsMax),
  };
}

const columns = sql`
  raw_mails.received_at, raw_mails.envelope_from, raw_mails.envelope_to, raw_mails.bytes,
  substring(raw_mail_contents.content from 1 for ${limits.originalShownCharsMax}) as shown`;

/** For admins: any mail that came in. @throws AppError `not_found`, once its original was removed, too. */
export async function originalOfMail(rawMailId: string): Promise<OriginalShown> {
  const [row] = await db.write.rows<Row>(sql`
    select ${columns} from raw_mails
    left join raw_mail_contents on raw_mail_contents.raw_mail_id = raw_mails.id
    where raw_mails.id = ${rawMailId}`);
  return toShown(row);
}

/**
 * For agents: the mail that a message came as, wherever the message stands by now.
 * @throws AppError `not_found` where it did not come by mail, or its original was removed.
 */
export async function originalOfMessage(actor: Actor, messageId: string): Promise<OriginalShown> {
  const [row] = await db.write.rows<Row & { ticket_id: string }>(sql`
    select ${columns}, ticket_messages.ticket_id from raw_mails
    join ticket_messages on ticket_messages.id = raw_mails.message_row_id
      and ticket_messages.created_at > raw_mails.received_at - interval '1 day'
    left join raw_mail_contents on raw_mail_contents.raw_mail_id = raw_mails.id
    where raw_mails.message_row_id = ${messageId} limit 1`);
  const mayRead = row !== undefined && (await canReadTicket(actor, row.ticket_id));
  return toShown(mayRead ? row : undefined);
}
