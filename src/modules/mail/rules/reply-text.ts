import { attributionAt, isBlank, isQuoted } from "./attribution";
import { isForwarded, isQuotedHeader } from "./quoted-header";

const signature = /^--\s?$/;
/** Underscores above a name or a list's address: a signature where little follows. */
const ruleAboveName = /^_{2,9}\s?$/;
const signatureLinesMax = 5;
const device =
  /^(sent from (my|mail for|outlook|yahoo)|get outlook for|gesendet von|von meinem \p{L}+ gesendet|envoyé (de|depuis|à partir de) (mon|outlook)|enviado desde mi|enviado do meu|inviato da(l mio)?|verzonden (vanaf|met) mijn|verstuurd vanaf mijn|sendt fra min|skickat från min|lähetetty|wysłan[eo] z|отправлено с)\s?/iu;
const deviceLinesFromEnd = 3;
/** "Sent from TypeApp<https://...>": whatever it is called, a link in angle brackets ends the line. */
const linkedDevice = /^sent from \S.{0,40}<https?:\/\/[^\s<>]{1,200}>$/i;
/** A telephone's own name, alone between blank lines: what stands below is the past, unmarked. */
const ownDevice = /^sent from my [\w ]{2,40}$/i;

/** A mark of the program or telephone below the words; in the middle of a letter it is a sentence. */
function withoutDeviceMark(lines: readonly string[]): readonly string[] {
  const spoken = lines.flatMap((line, at) => (isBlank(line) ? [] : [at]));
  const mark = spoken.slice(-deviceLinesFromEnd).find((at) => {
    const line = lines[at]?.trim() ?? "";
    return (
      line.length <= 300 && (linkedDevice.test(line) || (line.length <= 100 && device.test(line)))
    );
  });
  return mark === undefined ? lines : lines.slice(0, mark);
}

function isSignature(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  if (signature.test(line)) return true;
  if (!ruleAboveName.test(line)) return false;
  const below = lines.slice(at + 1).filter((other) => !isBlank(other));
  return below.length > 0 && below.length <= signatureLinesMax && !isBlank(lines[at + 1] ?? "");
}

const isOwnDevice = (lines: readonly string[], at: number) =>
  ownDevice.test(lines[at]?.trim() ?? "") &&
  at > 0 &&
  isBlank(lines[at - 1] ?? "") &&
  isBlank(lines[at + 1] ?? "");

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

const attributionAfterWords =
  /^(.{1,200}?[^-\s])[-\s]{1,10}(On (Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},.{5,200} wrote:)$/;

/** Some programs lose the end of the line between the answer and what introduces the quote. */
function apart(line: string): readonly string[] {
  const found = line.length <= 400 ? attributionAfterWords.exec(line) : null;
  return found === null ? [line] : [found[1] ?? "", found[2] ?? ""];
}

/**
 * The new words of a letter: without the quoted past, the line that introduces it and the
 * signature. Answers between the quoted lines stay; of a forwarded letter everything does.
 */
export function replyText(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").split("\n").flatMap(apart);
  const kept: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    if (isForwarded(line)) return [...kept, ...lines.slice(at)].join("\n").trim();
    if (isQuotedHeader(lines, at) || isOwnDevice(lines, at)) break;
    const introduced = attributionAt(lines, at);
    if (introduced > 0) at = skipQuote(lines, at + introduced);
    else if (isQuoted(line)) at += 1;
    else if (isSignature(lines, at)) at = skipSignature(lines, at);
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
