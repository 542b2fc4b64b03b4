import { checkFile } from "@/modules/files";
import { cleanHtml, htmlToText } from "@/platform/content";
import { automaticKind } from "../rules/automatic";
import { isPlausible } from "../rules/copies";
import { type FoundTicket, mailAction } from "../rules/mail-action";
import { replyText } from "../rules/reply-text";
import { type ReadMail, readMail } from "./read-mail";

/** Looks for the ticket that a letter belongs to; without a database there is none to find. */
type FindTicket = (mail: ReadMail) => Promise<FoundTicket | null>;

async function fileView({ name, type, content, inline }: ReadMail["files"][number]) {
  const file = {
    bytes: content.length,
    read: async (start: number, bytes: number) => content.subarray(start, start + bytes),
  };
  const checked = await checkFile(file, { name, type });
  return { name: checked.name, type, size: content.length, inline };
}

/** What ticket, reply or nothing a letter would make, by the rules by which letters come in. */
export async function previewMail(bytes: Uint8Array, find: FindTicket) {
  const mail = await readMail(bytes);
  const from = mail.from?.address ?? "";
  const automatic = automaticKind(mail.header, from, mail.subject);
  const ticket = await find(mail);
  const text = mail.text === "" && mail.html !== null ? htmlToText(mail.html) : mail.text;
  return {
    subject: mail.subject,
    from: mail.from,
    to: mail.to,
    cc: mail.cc,
    replyTo: mail.replyTo,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    date: mail.date?.toISOString() ?? null,
    automatic: automatic !== undefined,
    automaticReason: automatic?.reason ?? null,
    body: { text, html: mail.html === null ? null : cleanHtml(mail.html).html },
    reply: replyText(text),
    attachments: await Promise.all(mail.files.map(fileView)),
    action: mailAction(automatic, ticket, isPlausible(from)),
    ticket: ticket?.number ?? null,
  };
}
