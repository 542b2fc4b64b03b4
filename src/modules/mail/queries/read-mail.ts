import { type AddressObject, type Attachment, type ParsedMail, simpleParser } from "mailparser";
import { oneLineOf, storable } from "../rules/plain";
import { rawBody, rawHead } from "../rules/raw-mail";
import { fromUtf7, isUtf7 } from "../rules/utf7";

type MailAddress = { address: string; name: string };

export type ReadMail = {
  subject: string;
  from: MailAddress | null;
  to: MailAddress[];
  cc: MailAddress[];
  replyTo: MailAddress[];
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

function addressesOf(value: AddressObject | AddressObject[] | undefined): MailAddress[] {
  const lists = value === undefined ? [] : [value].flat();
  return lists
    .flatMap((list) => list.value)
    .flatMap((entry) => entry.group ?? [entry])
    .map(({ address = "", name }) => ({
      address: storable(address),
      name: oneLineOf(storable(name)),
    }))
    .filter(({ address, name }) => address !== "" || name !== "");
}

const identifiers = (text: string) => storable(text).match(/<[^<>\s]{1,998}>/g) ?? [];

/** The name that its sender gave a letter; empty brackets name none. */
function messageIdOf(written: string | undefined): string | null {
  const id = storable(written ?? "");
  return /[^<>\s]/.test(id) ? id : null;
}

/** The date that the sender wrote; a nonsensical one is none (the parser would take today's). */
function dateOf(written: string | undefined): Date | null {
  const atMs = Date.parse((written ?? "").replace(/\([^)]*\)/g, "").trim());
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
      .replace(/\s*\r?\n\s+/g, " ")
      .trim();
    const known = lines.get(key);
    if (known === undefined) lines.set(key, [value]);
    else known.push(value);
  }
  return (name) => lines.get(name) ?? [];
}

const options = { skipHtmlToText: true, skipTextToHtml: true, keepCidLinks: true };

type Parsed = { mail: ParsedMail | null; fault: string | null };

/** Where the parts cannot be told apart, who wrote and about what still stands at the head. */
async function parsed(bytes: Uint8Array): Promise<Parsed> {
  try {
    return { mail: await simpleParser(Buffer.from(bytes), options), fault: null };
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
    from: addressesOf(mail?.from)[0] ?? null,
    to: addressesOf(mail?.to),
    cc: addressesOf(mail?.cc),
    replyTo: addressesOf(mail?.replyTo),
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
