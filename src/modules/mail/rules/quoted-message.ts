import type { Language } from "@/platform/mailer/letters";

/** The way somebody's words are introduced, as the mail programs of the language do it. */
const introduced: Readonly<Record<Language, (on: string, name: string) => string>> = {
  en: (on, name) => `On ${on}, ${name} wrote:`,
  de: (on, name) => `Am ${on} schrieb ${name}:`,
  es: (on, name) => `El ${on}, ${name} escribió:`,
};

/** Only so much is quoted as reminds one of what it was about. */
const quoteCharsMax = 1_200;
const quoteLinesMax = 20;

function beginningOf(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").trim().split("\n");
  const begun = [...lines.slice(0, quoteLinesMax).join("\n")];
  const isAll = lines.length <= quoteLinesMax && begun.length <= quoteCharsMax;
  return isAll ? begun.join("") : `${begun.slice(0, quoteCharsMax).join("").trimEnd()} …`;
}

const escaped = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[char] ?? "",
  );

type Said = { name: string; at: Date; text: string };
type Reader = { language: Language; timeZone: string };

function momentFor(at: Date, { language, timeZone }: Reader): string {
  const shown = { dateStyle: "medium", timeStyle: "short" } as const;
  try {
    return new Intl.DateTimeFormat(language, { ...shown, timeZone }).format(at);
  } catch {
    // A zone that nobody knows any more must not keep an answer from its reader.
    return new Intl.DateTimeFormat(language, { ...shown, timeZone: "UTC" }).format(at);
  }
}

/** What was said before, shortened, under the line that introduces it: as HTML and as text. */
export function quotedMessage(said: Said, reader: Reader): { html: string; text: string } {
  const intro = introduced[reader.language](momentFor(said.at, reader), said.name);
  const text = beginningOf(said.text);
  const lines = text.split("\n").map((line) => `> ${line}`.trimEnd());
  return {
    text: [intro, ...lines].join("\n"),
    html: `<p style="margin:24px 0 8px;color:#5c6966">${escaped(intro)}</p><blockquote style="margin:0;padding:0 0 0 12px;border-left:2px solid #d5dcd7;color:#5c6966">${escaped(text).replaceAll("\n", "<br>")}</blockquote>`,
  };
}
