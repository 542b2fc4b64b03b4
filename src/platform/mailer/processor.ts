import * as z from "zod";
import { now } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { env } from "@/platform/env";
import { cancelled, done, type Processor, processes, queues } from "@/platform/queues";
import { sendMail } from "./jobs";
import { bodiesOfRow, type MailRow } from "./mail-row";
import { mailTransport } from "./transport";

/** What an SMTP server answers when it will never take this mail: 550 is, 450 is not. */
const refusalSchema = z.object({ responseCode: z.int().min(500).max(599) });
const isRefusal = (thrown: unknown) => refusalSchema.safeParse(thrown).success;

/** Why an attempt failed, for operators; never what the mail says. */
const faultOf = (thrown: unknown) =>
  (thrown instanceof Error ? thrown.message : String(thrown)).slice(0, 500);

/**
 * Hands a mail to the server. Twice is possible (a worker that dies between the server's word and
 * our note of it); both then carry one Message-ID, by which mail programs know them as one.
 */
async function deliver(row: MailRow): Promise<void> {
  const transport = mailTransport();
  if (transport === null) return;
  const { text, html } = bodiesOfRow(row);
  await transport.sendMail({
    from: env().MAIL_FROM,
    to: row.recipient,
    subject: row.subject,
    text,
    html,
    messageId: row.message_id,
    ...(row.in_reply_to === null
      ? {}
      : { inReplyTo: row.in_reply_to, references: row.in_reply_to }),
    headers: { "Auto-Submitted": "auto-generated" },
  });
}

/** Once sent, a secret is in the recipient's hands and nowhere else; the mailbox keeps it to show. */
async function noteSent(row: MailRow): Promise<void> {
  const forget = row.encrypted && mailTransport() !== null;
  const bodies = forget ? sql`, body_text = '', body_html = '', encrypted = false` : sql``;
  await db.write.rows(sql`
    update outgoing_mails set state = 'sent', sent_at = ${now()}, attempts = attempts + 1,
      fault = null ${bodies}
    where id = ${row.id} and state = 'waiting'`);
}

async function noteFailure(row: MailRow, thrown: unknown, forGood: boolean): Promise<void> {
  const state = forGood ? "failed" : "waiting";
  await db.write.rows(sql`
    update outgoing_mails set state = ${state}, attempts = attempts + 1, fault = ${faultOf(thrown)}
    where id = ${row.id} and state = 'waiting'`);
}

export const sendMailProcessor: Processor = processes(sendMail, async ({ mailId }, { attempt }) => {
  const [row] = await db.write.rows<MailRow>(sql`
    select id, kind, recipient, subject, body_text, body_html, encrypted, message_id, in_reply_to,
      state, attempts, fault, created_at, sent_at
    from outgoing_mails where id = ${mailId}`);
  if (row === undefined) return cancelled("the mail is gone");
  if (row.state !== "waiting") return done();
  try {
    await deliver(row);
  } catch (thrown) {
    const refused = isRefusal(thrown);
    await noteFailure(row, thrown, refused || attempt >= queues[sendMail.queue].attemptsMax);
    if (refused) return cancelled("the mail server refused it");
    throw thrown;
  }
  await noteSent(row);
  return done();
});
