import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";

type LetterFile = { name: string; type: string; base64: string; contentId?: string };

/** A letter as somebody's mail program sends it; only what a test is about is named. */
export type Letter = {
  from: string;
  to?: string;
  cc?: string;
  subject?: string;
  messageId?: string;
  inReplyTo?: string;
  references?: string;
  received?: string;
  /** Further header lines. */
  head?: readonly string[];
  text?: string;
  html?: string;
  files?: readonly LetterFile[];
  /** The body as it goes over the wire, instead of all of the above. */
  raw?: string;
};

const line = (name: string, value: string | undefined) =>
  value === undefined ? [] : [`${name}: ${value}`];
const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
const word = (text: string) =>
  [...text].some((char) => (char.codePointAt(0) ?? 0) > 126) ? encoded(text) : text;
const address = (text: string) =>
  text.replace(/^([^<]*)<(.*)>$/, (_, name, at) => `${word(name.trim())} <${at}>`);

function part({ name, type, base64, contentId }: LetterFile): string {
  const file = encodeURIComponent(name);
  return [
    `Content-Type: ${type}`,
    "Content-Transfer-Encoding: base64",
    ...(contentId === undefined ? [] : [`Content-ID: <${contentId}>`]),
    `Content-Disposition: ${contentId === undefined ? "attachment" : "inline"}; filename*=utf-8''${file}`,
    "",
    base64,
  ].join("\r\n");
}

function bodyOf({ text = "It jams.", html, files = [], raw }: Letter): string[] {
  if (raw !== undefined) return ["", raw];
  const type = html === undefined ? "text/plain" : "text/html";
  const said = [`Content-Type: ${type}; charset=utf-8`, "", html ?? text].join("\r\n");
  if (files.length === 0) return [said];
  const parts = [said, ...files.map(part)].map((one) => `--bound\r\n${one}`);
  return ['Content-Type: multipart/mixed; boundary="bound"', "", ...parts, "--bound--", ""];
}

export function aLetter(letter: Letter): Buffer {
  const lines = [
    ...line("Received", letter.received),
    `From: ${address(letter.from)}`,
    `To: ${letter.to ?? "help@desk.example"}`,
    ...line("Cc", letter.cc),
    `Subject: ${word(letter.subject ?? "The door")}`,
    `Message-ID: ${letter.messageId ?? `<${newId()}@x.example>`}`,
    ...line("In-Reply-To", letter.inReplyTo),
    ...line("References", letter.references),
    "MIME-Version: 1.0",
    ...(letter.head ?? []),
    ...bodyOf(letter),
  ];
  return Buffer.from(lines.join("\r\n"));
}

/** What a mail system says of one recipient. */
export const lostTo = (to: string, diagnosis = "550 5.1.1 no such user here") =>
  `Final-Recipient: rfc822; ${to}\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; ${diagnosis}`;
export const reachedBy = (to: string) =>
  `Final-Recipient: rfc822; ${to}\r\nAction: delivered\r\nStatus: 2.1.5`;

/** A mail system says whom a mail of ours reached, and whom not. */
export const aDeliveryReport = (ours: string, recipients: readonly string[]): Letter => ({
  from: "MAILER-DAEMON@x.example",
  head: ["Content-Type: multipart/report; report-type=delivery-status; boundary=b"],
  raw: [
    "--b\r\nContent-Type: text/plain\r\n\r\nSorry.",
    `--b\r\nContent-Type: message/delivery-status\r\n\r\n${["Reporting-MTA: dns; x", ...recipients].join("\r\n\r\n")}`,
    `--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${ours}\r\nSubject: Re`,
    "--b--",
  ].join("\r\n"),
});

/** A mailbox under an address; its mail comes by SMTP. */
export async function aMailbox(at: string): Promise<string> {
  const id = newId();
  await db.write.rows(sql`
    insert into mailboxes (id, name, address, created_at, updated_at)
    values (${id}, 'Help', ${at}, now(), now())`);
  return id;
}
