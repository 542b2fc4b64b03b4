import { type Reason, reasonWords } from "./reasons";

type About = { number: number; subject: string };
type Told = About & { reason: Reason; byName: string | null; words: string };

export type AgentLetter = {
  subject: string;
  greeting: string;
  paragraphs: string[];
  action: { label: string; path: string };
  foot: string;
};

const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name;

/** What happened, as a sentence without its ticket. */
const happened = ({ reason, byName, words }: Told): string => {
  const did = `${byName ?? "InsightDesk"} ${reasonWords[reason].verb}`;
  return words === "" ? `${did}.` : `${did}: “${words}”`;
};

/** What is told at once of one ticket: several things when quiet hours held them. */
export function noticeLetter(personName: string, told: readonly [Told, ...Told[]]): AgentLetter {
  const [first] = told;
  const { why } = reasonWords[first.reason];
  return {
    subject: `#${first.number} ${first.subject}`,
    greeting: `Hello ${firstName(personName)},`,
    paragraphs: told.map(happened),
    action: { label: `Open #${first.number}`, path: `/tickets/${first.number}` },
    foot: `You get this mail because ${why}. What you are told of, and how, is in your settings.`,
  };
}

/** The day in one mail: a paragraph a ticket. `more` says how many tickets had no room. */
export function digestLetter(
  personName: string,
  tickets: readonly (readonly [Told, ...Told[]])[],
  more: number,
): AgentLetter {
  const count = tickets.length + more;
  const rest = more === 0 ? [] : [`And ${more} more, in your notifications.`];
  return {
    subject: `Your day: ${count === 1 ? "1 ticket" : `${count} tickets`} with news`,
    greeting: `Hello ${firstName(personName)},`,
    paragraphs: [...tickets.map(ticketParagraph), ...rest],
    action: { label: "Open your notifications", path: "/notifications" },
    foot: "You get this mail because you chose a daily digest. Change it in your settings.",
  };
}

function ticketParagraph(told: readonly [Told, ...Told[]]): string {
  const [first] = told;
  const latest = told.at(-1) ?? first;
  const others = told.length === 1 ? "" : ` (${told.length} things in all)`;
  return `#${first.number} ${first.subject}: ${happened(latest)}${others}`;
}
