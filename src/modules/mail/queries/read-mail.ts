import { type Attachment, type ParsedMail, simpleParser } from "mailparser";
import { withoutRemarks } from "../rules/address-field";
import { oneLineOf, storable } from "../rules/plain";
import { rawBody, rawHead } from "../rules/raw-mail";
import { fromUtf7, isUtf7 } from "../rules/utf7";
import { addressesIn, type MailAddresses } from "./mail-addresses";

export type ReadMail = MailAddresses & {
  subject: string;
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  date: Date | null;
  /** The first line of a name, and all of them, from the top. */
  header: (name: string) => string | undefined;
  lines: (name: string) => readonly string[];
  text: string;
  html: string | null;
  files: {
    name: string;
    type: string;
    content: Uint8Array;
    inline: boolean;
    /** By which the text names a picture of its own. */
    contentId: string | null;
  }[];
  /** Why its parts could not be told apart; what could be read is there all the same. */
  fault: string | null;
};

/** Older programs wrote blanks and remarks within: "<1234   @   local(here)  .machine .example>". */
const plainIds = (text: string) =>
  text.replace(/<[^<>@]{1,998}@[^<>@]{1,998}>/g, (id) =>
    /\s/.test(id) ? withoutRemarks(id).replace(/\s+/g, "") : id,
  );

const identifiers = (text: string) => plainIds(storable(text)).match(/<[^<>\s]{1,998}>/g) ?? [];

/** The name that its sender gave a letter; empty brackets name none. */
function messageIdOf(written: string | undefined): string | null {
  const id = plainIds(storable(written ?? ""));
  return /[^<>\s]/.test(id) ? id : null;
}

/** The date that the sender wrote; a nonsensical one is none (the parser would take today's). */
function dateOf(written: string | undefined): Date | null {
  const atMs = Date.parse(
    withoutRemarks(written ?? "")
      .replace(/\s+/g, " ")
      .replace(/ ?: ?/g, ":")
      .trim(),
  );
  return Number.isNaN(atMs) ? null : new Date(atMs);
}

function fileOf(attachment: Attachment): ReadMail["files"][number] {
  return {
    name: storable(attachment.filename ?? ""),
    type: attachment.contentType,
    content: attachment.content,
    inline: attachment.related === true || attachment.contentDisposition === "inline",
    contentId: attachment.cid ?? null,
  };
}

function headersOf(mail: Pick<ParsedMail, "headerLines"> | null): ReadMail["lines"] {
  const lines = new Map<string, string[]>();
  for (const { key, line } of mail?.headerLines ?? []) {
    const value = line
      .slice(line.indexOf(":") + 1)
      .split("\n")
      .map((part) => part.trim())
      .join(" ")
      .trim();
    const known = lines.get(key);
    if (known === undefined) lines.set(key, [value]);
    else known.push(value);
  }
  return (name) => lines.get(name) ?? [];
}

const options = { skipHtmlToText: true, skipTextToHtml: true, keepCidLinks: true };

type Parsed = { mail: ParsedMail | null; fault: string | null };

/** "From  : Anna" is a field of old programs, which the parser takes for the line between two letters of a folder. */
function withoutGap(bytes: Uint8Array): Buffer {
  const letter = Buffer.from(bytes);
  const gap = /^From[ \t]+(?=:)/.exec(letter.toString("latin1", 0, 64))?.[0];
  return gap === undefined
    ? letter
    : Buffer.concat([Buffer.from("From"), letter.subarray(gap.length)]);
}

/** Where the parts cannot be told apart, who wrote and about what still stands at the head. */
async function parsed(bytes: Uint8Array): Promise<Parsed> {
  try {
    return { mail: await simpleParser(withoutGap(bytes), options), fault: null };
  } catch (thrown) {
    const fault = thrown instanceof Error ? thrown.message : String(thrown);
    const head = await simpleParser(rawHead(bytes), options).catch(() => null);
    return { mail: head, fault };
  }
}

/** Reads a letter as it came over the wire; of a broken one, what can be read. */
export async function readMail(bytes: Uint8Array): Promise<ReadMail> {
  const { mail, fault } = await parsed(bytes);
  const lines = headersOf(mail);
  const header = (name: string) => lines(name)[0];
  const words = isUtf7(header("content-type")) ? fromUtf7 : (text: string) => text;
  const html = mail?.html === undefined || mail.html === false ? null : storable(words(mail.html));
  const files = (mail?.attachments ?? []).map(fileOf);
  const isEmpty =
    fault !== null || (html === null && mail?.text === undefined && files.length === 0);
  return {
    subject: oneLineOf(storable(mail?.subject ?? "")),
    ...(await addressesIn(mail, lines)),
    messageId: messageIdOf(mail?.messageId),
    inReplyTo: identifiers(header("in-reply-to") ?? "")[0] ?? null,
    references: identifiers(header("references") ?? ""),
    date: dateOf(header("date")),
    header,
    lines,
    text: storable(isEmpty ? rawBody(bytes) : words(mail?.text ?? ""))
      .replace(/\r\n?/g, "\n")
      .trim(),
    html,
    files,
    fault,
  };
}
