import { canReadTicket } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";

/** A mail as it came over the wire, as text: nothing of it is shown as what it claims to be. */
export type OriginalView = {
  /** The header lines. */
  head: string;
  body: string;
  /** How many bytes of it are not shown. */
  moreBytes: number;
  receivedAt: string;
  envelopeFrom: string | null;
  envelopeTo: string[];
};

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

function toOriginal(row: Row | undefined): OriginalView {
  if (row?.shown === undefined || row.shown === null) throw new AppError("not_found");
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

/** For admins: any mail that came in. @throws AppError `not_found`, once its original is gone, too. */
export async function originalOfMail(rawMailId: string): Promise<OriginalView> {
  const [row] = await db.write.rows<Row>(sql`
    select ${columns} from raw_mails
    left join raw_mail_contents on raw_mail_contents.raw_mail_id = raw_mails.id
    where raw_mails.id = ${rawMailId}`);
  return toOriginal(row);
}

/**
 * For agents: the mail that a message came as, wherever the message stands by now.
 * @throws AppError `not_found` where it did not come by mail, or its original is gone.
 */
export async function originalOfMessage(actor: Actor, messageId: string): Promise<OriginalView> {
  const [row] = await db.write.rows<Row & { ticket_id: string }>(sql`
    select ${columns}, ticket_messages.ticket_id from raw_mails
    join ticket_messages on ticket_messages.id = raw_mails.message_row_id
      and ticket_messages.created_at > raw_mails.received_at - interval '1 day'
    left join raw_mail_contents on raw_mail_contents.raw_mail_id = raw_mails.id
    where raw_mails.message_row_id = ${messageId} limit 1`);
  const mayRead = row !== undefined && (await canReadTicket(actor, row.ticket_id));
  return toOriginal(mayRead ? row : undefined);
}
