import { attributionAt, isBlank, isQuoted } from "./attribution";
import { isQuotedHeader } from "./quoted-header";

const signature = /^--\s?$/;
const device =
  /^(sent from (my|mail for|outlook|yahoo)|get outlook for|gesendet von|von meinem \p{L}+ gesendet|envoyé (de|depuis|à partir de) mon|enviado desde mi|enviado do meu|inviato da(l mio)?|verzonden (vanaf|met) mijn|verstuurd vanaf mijn|sendt fra min|skickat från min|lähetetty|wysłan[eo] z|отправлено с)\s?/iu;
const deviceLinesFromEnd = 3;

/** A mark of the program or telephone below the words; in the middle of a letter it is a sentence. */
function withoutDeviceMark(lines: readonly string[]): readonly string[] {
  const spoken = lines.flatMap((line, at) => (isBlank(line) ? [] : [at]));
  const mark = spoken.slice(-deviceLinesFromEnd).find((at) => {
    const line = lines[at]?.trim() ?? "";
    return line.length <= 100 && device.test(line);
  });
  return mark === undefined ? lines : lines.slice(0, mark);
}

/** A signature ends where the next quote begins: some people write below what they answer. */
function skipSignature(lines: readonly string[], from: number): number {
  for (let at = from + 1; at < lines.length; at++) {
    if (isQuoted(lines[at] ?? "") || attributionAt(lines, at) > 0 || isQuotedHeader(lines, at))
      return at;
  }
  return lines.length;
}

/** What follows a line that introduces a quote: quoted lines, or, unmarked, all the rest. */
function skipQuote(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && isBlank(lines[at] ?? "")) at += 1;
  if (!isQuoted(lines[at] ?? "")) return lines.length;
  while (at < lines.length && (isQuoted(lines[at] ?? "") || isBlank(lines[at] ?? ""))) at += 1;
  return at;
}

/**
 * The new words of a letter: without the quoted past, the line that introduces it and the
 * signature. Answers between the quoted lines stay; of a forwarded letter everything does.
 */
export function replyText(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const kept: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    if (isQuotedHeader(lines, at)) break;
    const introduced = attributionAt(lines, at);
    if (introduced > 0) at = skipQuote(lines, at + introduced);
    else if (isQuoted(line)) at += 1;
    else if (signature.test(line)) at = skipSignature(lines, at);
    else {
      kept.push(line.trimEnd());
      at += 1;
    }
  }
  return withoutDeviceMark(kept)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
