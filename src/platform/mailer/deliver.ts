import type { Readable } from "node:stream";
import * as z from "zod";
import { env } from "@/platform/env";
import { isAppError } from "@/platform/errors";
import { storage } from "@/platform/storage";
import { bodiesOfRow, type MailFile, type MailRow, mailFileSchema } from "./mail-row";
import { signingKeyOf } from "./signing-keys";
import { mailTransport } from "./transport";

const answerSchema = z.object({ response: z.string() });

/** A file that was removed for good meanwhile stays away; the mail goes without it. */
async function contentOf({ key }: MailFile): Promise<Readable | null> {
  try {
    return await storage().open(key);
  } catch (thrown) {
    if (isAppError(thrown) && thrown.code === "attachment_not_found") return null;
    throw thrown;
  }
}

async function attachmentsOf(row: MailRow) {
  const files = z.array(mailFileSchema).parse(row.files);
  const opened = await Promise.all(
    files.map(async (file) => ({ file, content: await contentOf(file) })),
  );
  return opened.flatMap(({ file: { name, type, cid }, content }) =>
    content === null
      ? []
      : [
          {
            filename: name,
            contentType: type,
            content,
            ...(cid === null ? {} : { cid, contentDisposition: "inline" as const }),
          },
        ],
  );
}

const senderOf = (row: MailRow) =>
  row.from_address === null
    ? env().MAIL_FROM
    : { name: row.from_name ?? "", address: row.from_address };

const domainOf = (sender: ReturnType<typeof senderOf>) =>
  /@([^@>\s]+)>?\s*$/.exec(typeof sender === "string" ? sender : sender.address)?.[1] ?? "";

/**
 * Hands a mail to the server and gives its words. Twice is possible (a worker that dies between the
 * server's word and our note of it); both then carry one Message-ID, by which mail programs know
 * them as one.
 */
export async function deliver(row: MailRow): Promise<string | null> {
  const transport = mailTransport();
  if (transport === null) return null;
  const { text, html } = bodiesOfRow(row);
  const from = senderOf(row);
  const dkim = await signingKeyOf(domainOf(from));
  const thread = row.thread.length > 0 ? row.thread : (row.in_reply_to ?? undefined);
  const sent: unknown = await transport.sendMail({
    from,
    to: row.recipient,
    cc: row.cc,
    bcc: row.bcc,
    ...(row.reply_to === null ? {} : { replyTo: row.reply_to }),
    subject: row.subject,
    text,
    html,
    attachments: await attachmentsOf(row),
    messageId: row.message_id,
    ...(row.in_reply_to === null ? {} : { inReplyTo: row.in_reply_to }),
    ...(thread === undefined ? {} : { references: thread }),
    ...(row.automatic === null ? {} : { headers: { "Auto-Submitted": row.automatic } }),
    ...(dkim === null ? {} : { dkim }),
  });
  const answer = answerSchema.safeParse(sent);
  return answer.success ? answer.data.response.slice(0, 500) : null;
}
