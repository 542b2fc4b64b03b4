/**
 * The line by which a mail program introduces what it quotes, by language: how it begins and how
 * it ends. Two short checks at the ends of a line instead of one pattern across it, so that no
 * letter can make the reader slow.
 */
const languages: readonly { starts: RegExp; ends: RegExp }[] = [
  { starts: /^-{0,10}\s?(on|at)\s/i, ends: /\swrote\s?(:|-{2,10}:?)$/i },
  { starts: /^-{2,10}\s?\S/, ends: /\swrote\s?-{2,10}$/i },
  { starts: /^(am|on)\s/i, ends: /\sschrieb(\s.{0,200})?:$/i },
  { starts: /^le\s/i, ends: /\sa écrit\s?:$/i },
  { starts: /^el\s/i, ends: /\sescribi[oó]\s?:$/i },
  { starts: /^(il|in data)\s/i, ends: /\sha scritto\s?:$/i },
  { starts: /^(em|no dia|a)\s/i, ends: /\sescreveu\s?:$/i },
  { starts: /^op\s/i, ends: /\s(schreef(\s.{0,200})?|het volgende geschreven\s?):$/i },
  {
    starts: /^(den|på|man|mån|tir?s?|ons?|tors?|fre|lør|lör|søn|sön)[\s.,]/i,
    ends: /\sskrev(\s.{0,200})?:$/i,
  },
  { starts: /^(ma|ti|ke|to|pe|la|su)\s/i, ends: /\skirjoitti\s?:$/i },
  {
    starts: /^(w dniu|dnia|pon|wt|śr|czw|pt|sob|niedz)[\s.,]/i,
    ends: /\s(napisał(\(a\)|a)?|pisze)\s?:$/i,
  },
  { starts: /^(dne|po|út|st|čt|pá|so|ne)\s/i, ends: /\snapsal(\(a\)|a)?\s?:$/i },
  { starts: /^(în|pe|la)\s/i, ends: /\sa scris\s?:$/i },
  { starts: /\d{4}/, ends: /\s(tarihinde.{0,200}yazdı|(ezt )?írta)\s?:$/i },
  { starts: /\d{4}/, ends: /\s(написала?|пишет|пише)\s?:$/i },
  { starts: /^(在|於)/, ends: /(写道|寫道)\s?[:：]$/ },
  { starts: /\d{4}/, ends: /(のメッセージ|のメール|が書きました|作成|작성)\s?[:：]$/ },
];

const linesMax = 5;
const charsMax = 400;
const address = /[<[(]?[^\s<>[\]()@]{1,64}@[^\s<>[\]()@]{1,255}[>\])]?/;
const moment = /\b\d{4}\b|\b\d{1,2}:\d{2}\b/;
/** What no person types: an address in angle brackets as the last word before a colon. */
const namedSender = /<[^\s<>@]{1,64}@[^\s<>@]{1,255}\s?>\s?[:：]$/;
const verbOfWriting = /\s(wrote|schrieb|a écrit|escribi[oó]|ha scritto|escreveu|skrev)\s?:?$/i;
const dayAndSender = /^\d{4}([/.-])\d{1,2}\1\d{1,2}\s.{0,200}<[^\s<>]{1,320}>$/;

// A line that points both ways is a decoration: `>>> www.example.com <<<`.
export const isQuoted = (line: string) => /^\s{0,3}>/.test(line) && !/<<\s*$/.test(line);
export const isBlank = (line: string) => line.trim() === "";

const startsQuote = (lines: readonly string[], from: number) => {
  const next = lines.slice(from, from + 3).find((line) => !isBlank(line));
  return next !== undefined && isQuoted(next);
};

/** An address that was broken across lines: what follows belongs to it, however it looks. */
const isOpen = (text: string) => text.lastIndexOf("<") > text.lastIndexOf(">");

const inLanguage = (text: string) =>
  languages.filter(({ starts, ends }) => starts.test(text) && ends.test(text));

/** In whatever language: a sender's address, a moment or a verb of writing, and what follows. */
function looksLikeOne(text: string, isBeforeQuote: boolean): boolean {
  const hasMoment = moment.test(text);
  if (hasMoment && namedSender.test(text)) return true;
  if (!address.test(text)) return false;
  const hasColon = /[:：]$/.test(text);
  if (verbOfWriting.test(text)) return hasColon ? isBeforeQuote : hasMoment;
  return isBeforeQuote && ((hasColon && hasMoment) || dayAndSender.test(text));
}

/** `hasBeginning`: its first words are those by which one begins in some language. */
type Span = { count: number; hasBeginning: boolean };

/** The lines from `at` on that could be one; the lines below may hold a better beginning. */
function spanAt(lines: readonly string[], at: number): Span | null {
  let joined = "";
  for (let count = 1; count <= linesMax; count++) {
    const line = lines[at + count - 1]?.trim();
    if (line === undefined) return null;
    const goesOn = isOpen(joined);
    if (line === "" && goesOn) continue;
    if (line === "" || (isQuoted(line) && !goesOn)) return null;
    joined = joined === "" ? line : `${joined} ${line}`;
    if (joined.length > charsMax) return null;
    const found = inLanguage(joined);
    if (found.length > 0 || looksLikeOne(joined, startsQuote(lines, at + count))) {
      return { count, hasBeginning: found.some(({ starts }) => starts.source.startsWith("^")) };
    }
  }
  return null;
}

/** How many lines from `at` on are an attribution; 0 when none begins there. */
export function attributionAt(lines: readonly string[], at: number): number {
  const span = spanAt(lines, at);
  if (span === null || span.hasBeginning) return span?.count ?? 0;
  for (let later = at + 1; later < at + span.count; later++) {
    // "Hello", and below it a whole attribution: the greeting is no part of it.
    const own = spanAt(lines, later);
    if (own?.hasBeginning || (own !== null && moment.test(lines[later] ?? ""))) return 0;
  }
  return span.count;
}
