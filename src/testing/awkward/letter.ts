/** What a letter must be read as; what is not named may be anything. */
type Read = {
  subject?: string | RegExp;
  /** Within the words, wherever they stand. */
  words?: string | RegExp;
  files?: readonly string[];
  messageId?: string | null;
  references?: number;
  from?: string;
  fromName?: string;
  to?: number;
  date?: string | null;
  action?: "new" | "ignore" | "bounce";
};

export type AwkwardLetter = { says: string; raw: Buffer; read: Read };

/** Text of a file's kind that one byte is one letter of: what is written as \xNN goes as that byte. */
export const bytes = (text: string) => Buffer.from(text, "latin1");
export const crlf = (...lines: string[]) => lines.join("\r\n");
export const from = "From: Anna <anna@x.example>";

/** A head with what a letter has, and a body. */
export const letter = (head: readonly string[], ...body: string[]) =>
  bytes(crlf(from, "To: help@desk.example", ...head, "", ...body));
export const typed = (type: string, ...body: string[]) =>
  letter(["Subject: The door", "MIME-Version: 1.0", `Content-Type: ${type}`], ...body);
export const plain = (head: readonly string[], ...body: string[]) =>
  letter([...head, "Content-Type: text/plain; charset=utf-8"], ...body);
