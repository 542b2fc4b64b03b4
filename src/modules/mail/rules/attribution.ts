/**
 * The line by which a mail program introduces what it quotes, by language: how it begins and how
 * it ends. Two short checks at the ends of a line instead of one pattern across it, so that no
 * letter can make the reader slow.
 */
const languages: readonly { starts: RegExp; ends: RegExp }[] = [
  { starts: /^(on|at)\s/i, ends: /\swrote\s?:$/i },
  { starts: /^(am|on)\s/i, ends: /\sschrieb(\s.{0,200})?:$/i },
  { starts: /^le\s/i, ends: /\sa écrit\s?:$/i },
  { starts: /^el\s/i, ends: /\sescribi[oó]\s?:$/i },
  { starts: /^il\s/i, ends: /\sha scritto\s?:$/i },
  { starts: /^(em|no dia|a)\s/i, ends: /\sescreveu\s?:$/i },
  { starts: /^op\s/i, ends: /\sschreef(\s.{0,200})?:$/i },
  { starts: /^den\s/i, ends: /\sskrev(\s.{0,200})?:$/i },
  { starts: /^(ma|ti|ke|to|pe|la|su)\s/i, ends: /\skirjoitti\s?:$/i },
  {
    starts: /^(w dniu|dnia|pon|wt|śr|czw|pt|sob|niedz)[\s.,]/i,
    ends: /\s(napisał(\(a\)|a)?|pisze)\s?:$/i,
  },
  { starts: /^(dne|po|út|st|čt|pá|so|ne)\s/i, ends: /\snapsal(\(a\)|a)?\s?:$/i },
  { starts: /^(în|pe|la)\s/i, ends: /\sa scris\s?:$/i },
  { starts: /\d{4}/, ends: /\s(tarihinde.{0,200}yazdı|ezt írta)\s?:$/i },
  { starts: /\d{4}/, ends: /\s(написала?|пишет|пише)\s?:$/i },
  { starts: /^(在|於)/, ends: /(写道|寫道)\s?[:：]$/ },
  { starts: /\d{4}/, ends: /(のメッセージ|のメール|が書きました|作成|작성)\s?[:：]$/ },
];

const linesMax = 4;
const charsMax = 400;
const address = /[<[(]?[^\s<>[\]()@]{1,64}@[^\s<>[\]()@]{1,255}[>\])]?/;
const moment = /\b\d{4}\b|\b\d{1,2}:\d{2}\b/;

export const isQuoted = (line: string) => /^\s{0,3}>/.test(line);
export const isBlank = (line: string) => line.trim() === "";

const startsQuote = (lines: readonly string[], from: number) => {
  const next = lines.slice(from, from + 3).find((line) => !isBlank(line));
  return next !== undefined && isQuoted(next);
};

/** How many lines from `at` on are an attribution; 0 when none begins there. */
export function attributionAt(lines: readonly string[], at: number): number {
  let joined = "";
  for (let count = 1; count <= linesMax; count++) {
    const line = lines[at + count - 1]?.trim();
    if (line === undefined || line === "" || isQuoted(line)) return 0;
    joined = joined === "" ? line : `${joined} ${line}`;
    if (joined.length > charsMax) return 0;
    const spoken = joined;
    if (languages.some(({ starts, ends }) => starts.test(spoken) && ends.test(spoken)))
      return count;
    // Any language: a person's address and a moment, a colon, and then the quote itself.
    const introduces = /[:：]$/.test(spoken) && address.test(spoken) && moment.test(spoken);
    if (introduces && startsQuote(lines, at + count)) return count;
  }
  return 0;
}
