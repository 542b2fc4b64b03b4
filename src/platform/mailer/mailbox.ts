import { db, raw, sql } from "@/platform/database";
import { env } from "@/platform/env";
import { isId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { bodiesOfRow, type MailRow, mailColumns } from "./mail-row";

export type MailHead = {
  id: string;
  kind: string;
  to: string;
  subject: string;
  state: "waiting" | "sent" | "failed";
  fault: string | null;
  createdAt: string;
};

/** `text` is null where a secret is for its recipient alone. */
export type MailView = MailHead & { text: string | null; messageId: string };

const headOf = (row: MailRow): MailHead => ({
  id: row.id,
  kind: row.kind,
  to: row.recipient,
  subject: row.subject,
  state: row.state,
  fault: row.fault,
  createdAt: row.created_at.toISOString(),
});

/** Whether mail goes nowhere but into the table, to be looked at. */
export const isDevelopmentMailbox = () => env().SMTP_URL === undefined;

/** Everybody's mail for everybody: only where all people are invented and no mail leaves the house. */
export const isOpenMailbox = () => env().DEMO_MODE && isDevelopmentMailbox();

/** The newest mails, or those before one of them. */
export async function mailboxPage(
  beforeId?: string,
): Promise<{ mails: MailHead[]; older: string | null }> {
  const before =
    beforeId !== undefined && isId(beforeId)
      ? sql`(created_at, id) < (select created_at, id from outgoing_mails where id = ${beforeId})`
      : sql`true`;
  const rows = await db.write.rows<MailRow>(sql`
    select ${mailColumns} from outgoing_mails where ${before}
    order by created_at desc, id desc limit ${raw(String(limits.mailboxPageRows))}`);
  const last = rows.at(-1);
  const older = last !== undefined && rows.length === limits.mailboxPageRows ? last.id : null;
  return { mails: rows.map(headOf), older };
}

/** One mail; null when there is none of that id. */
export async function mailboxMail(mailId: string): Promise<MailView | null> {
  if (!isId(mailId)) return null;
  const [row] = await db.write.rows<MailRow>(
    sql`select ${mailColumns} from outgoing_mails where id = ${mailId}`,
  );
  if (row === undefined) return null;
  const hidden = row.encrypted && !isDevelopmentMailbox();
  const text = hidden || row.body_text === "" ? null : bodiesOfRow(row).text;
  return { ...headOf(row), text, messageId: row.message_id };
}

/** Mails that have waited since before a moment: upkeep asks for them again when a queue was lost. */
export function mailsWaitingSince(before: Date): Promise<{ id: string; bulk: boolean }[]> {
  return db.write.rows<{ id: string; bulk: boolean }>(sql`
    select id, bulk from outgoing_mails where state = 'waiting' and created_at < ${before}
    order by created_at, id limit ${raw(String(limits.mailboxPageRows))}`);
}
