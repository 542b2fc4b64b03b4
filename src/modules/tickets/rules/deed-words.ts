import { type LinkEnd, type LinkKind, linkKinds, linkWords } from "./links";
import { waitsForReply } from "./snooze";

type Detail = Readonly<Record<string, unknown>>;
type Told = (iso: string) => string;

const text = (value: unknown) => (typeof value === "string" ? value : "");
const numbered = (value: unknown) => `#${String(value ?? "")}`;

function durationOf(seconds: unknown): string {
  const minutes = Math.max(1, Math.round(Number(seconds) / 60));
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
}

function linkOf({ link, end }: Detail): string {
  const kind: LinkKind = linkKinds.find((one) => one === link) ?? "related";
  const side: LinkEnd = end === "to" ? "to" : "from";
  return linkWords[kind][side].toLowerCase();
}

function opened({ how, requester, follows, splitFrom }: Detail): string {
  if (splitFrom !== undefined) return `split this off from ${numbered(splitFrom)}`;
  if (follows !== undefined) return `opened the ticket, following ${numbered(follows)}`;
  if (how === "their_words") return `wrote this down for ${text(requester)}`;
  if (how === "note") return `noted this for ${text(requester)}`;
  if (how === "outbound") return `wrote to ${text(requester)}`;
  return "opened the ticket";
}

function listOf(value: unknown): string {
  return Array.isArray(value) ? value.map(numbered).join(", ") : "";
}

const deeds: Readonly<Record<string, (detail: Detail, told: Told) => string>> = {
  created: opened,
  requester_left: () =>
    "took the name off: whoever asked has deleted their account and gets no answer by mail",
  rated: ({ satisfaction }) =>
    Number(satisfaction) >= 4 ? "said that it was good" : "said that it was not good",
  followed_up: ({ number }) => `wrote again after it was over: ${numbered(number)}`,
  merged_in: ({ numbers }) => `merged ${listOf(numbers)} into this ticket`,
  merged_into: ({ number }) => `merged this ticket into ${numbered(number)}`,
  unmerged: ({ number }) => `took the merge with ${numbered(number)} back`,
  split_off: ({ number, messages }) =>
    `split ${messages === 1 ? "a message" : `${String(messages)} messages`} off into ${numbered(number)}`,
  linked: (detail) => `linked ${numbered(detail.number)} (${linkOf(detail)})`,
  unlinked: (detail) => `removed the link to ${numbered(detail.number)} (${linkOf(detail)})`,
  followed: () => "follows the ticket",
  unfollowed: () => "follows the ticket no more",
  snoozed: ({ until }, told) =>
    waitsForReply(text(until))
      ? "put it aside until the requester replies"
      : `put it aside until ${told(text(until))}`,
  unsnoozed: () => "brought it back before its time",
  woken: () => "brought it back: it was put aside until now",
  timed: ({ seconds }) => `spent ${durationOf(seconds)} on it`,
  requester_changed: ({ from, to }) => `changed the requester from ${text(from)} to ${text(to)}`,
  people_merged: () => "merged its requester with another person",
  people_parted: () => "took the merge of its requester back",
  incidents_answered: ({ tickets }) => `answered ${String(tickets)} linked incidents`,
  trashed: () => "put it into the trash as spam",
  restored: () => "took it out of the trash",
  bounced: ({ to, reason }) => `could not reach ${text(to)}: ${text(reason)}`,
  side_opened: ({ to }) => `asked ${text(to)} in a side conversation`,
  forwarded: ({ to }) => `forwarded a message to ${text(to)}`,
  mailbox_chosen: ({ name }) => `answers from the mailbox ${text(name)} now`,
  redacted: ({ what }) => (what === "file" ? "removed a file for good" : "removed words for good"),
};

/** What somebody did to a ticket, but for its fields, in words; null for what is not known here. */
export function deedWords(kind: string, detail: unknown, told: Told): string | null {
  const facts = typeof detail === "object" && detail !== null ? Object.entries(detail) : [];
  return deeds[kind]?.(Object.fromEntries(facts), told) ?? null;
}
