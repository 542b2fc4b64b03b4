import type { Language } from "@/platform/mailer/letters";
import { promiseIn } from "./promises";
import { type Reason, reasonWords } from "./reasons";
import { reasonsAbroad } from "./reasons-abroad";
import { reopenedIn, reopenedWords } from "./reopens";

type About = { number: number; subject: string };
type Told = About & { reason: Reason; byName: string | null; words: string };
type Reader = { name: string; language: Language };

/** What a letter of the house is filled with: its values, its sentences, and where its button leads. */
export type HouseNews = {
  values: Readonly<Record<string, string>>;
  sentences: readonly string[];
  path: string;
};

export const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name;

const wordsOf = (reason: Reason, language: Language) =>
  language === "en" ? reasonWords[reason] : reasonsAbroad[language][reason];

const quoted: Readonly<Record<Language, (words: string) => string>> = {
  en: (words) => `“${words}”`,
  de: (words) => `„${words}“`,
  es: (words) => `«${words}»`,
};

/** What happened, as a sentence without its ticket. */
const happened = ({ reason, byName, words }: Told, language: Language): string => {
  const who = byName ?? "InsightDesk";
  if (words === reopenedWords) return `${who} ${reopenedIn[language]}.`;
  const said = reason === "risk" || reason === "breach" ? promiseIn(words, language) : words;
  const did = `${who} ${wordsOf(reason, language).verb}`;
  return words === "" ? `${did}.` : `${did}: ${quoted[language](said)}`;
};

/** What is told at once of one ticket: several things when quiet hours held them. */
export function noticeNews(reader: Reader, told: readonly [Told, ...Told[]]): HouseNews {
  const [first] = told;
  const { language } = reader;
  return {
    values: {
      "person.firstName": firstName(reader.name),
      "ticket.number": `#${first.number}`,
      "ticket.subject": first.subject,
      "notice.why": wordsOf(first.reason, language).why,
    },
    sentences: told.map((one) => happened(one, language)),
    path: `/tickets/${first.number}`,
  };
}

const restWords: Readonly<Record<Language, (more: number) => string>> = {
  en: (more) => `And ${more} more, in your notifications.`,
  de: (more) => `Und ${more} weitere, in Ihren Mitteilungen.`,
  es: (more) => `Y ${more} más, en sus avisos.`,
};
const inAll: Readonly<Record<Language, (things: number) => string>> = {
  en: (things) => `${things} things in all`,
  de: (things) => `insgesamt ${things}`,
  es: (things) => `${things} en total`,
};

const ticketsOf = (count: number, language: Language) =>
  `${count} ${language === "de" ? "Ticket" : "ticket"}${count === 1 ? "" : "s"}`;

/** The day in one mail: a paragraph a ticket. `more` says how many tickets had no room. */
export function digestNews(
  reader: Reader,
  tickets: readonly (readonly [Told, ...Told[]])[],
  more: number,
): HouseNews {
  const { language } = reader;
  const rest = more === 0 ? [] : [restWords[language](more)];
  return {
    values: {
      "person.firstName": firstName(reader.name),
      "digest.tickets": ticketsOf(tickets.length + more, language),
    },
    sentences: [...tickets.map((told) => ticketParagraph(told, language)), ...rest],
    path: "/notifications",
  };
}

function ticketParagraph(told: readonly [Told, ...Told[]], language: Language): string {
  const [first] = told;
  const latest = told.at(-1) ?? first;
  const others = told.length === 1 ? "" : ` (${inAll[language](told.length)})`;
  return `#${first.number} ${first.subject}: ${happened(latest, language)}${others}`;
}
