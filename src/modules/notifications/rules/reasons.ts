/** Why somebody is told of something, the most pressing first. */
export const reasons = [
  "mention",
  "breach",
  "risk",
  "assigned",
  "reply",
  "follow",
  "returned",
  "team",
] as const;
export type Reason = (typeof reasons)[number];

/** The more pressing of two: a row of the inbox keeps it until it is read. */
export function morePressing(one: Reason, other: Reason): Reason {
  return reasons.indexOf(one) <= reasons.indexOf(other) ? one : other;
}

type Words = {
  /** In the preferences. */
  name: string;
  /** "Why am I getting this?" */
  why: string;
  /** What happened, after the name of who did it. */
  verb: string;
};

export const reasonWords: Readonly<Record<Reason, Words>> = {
  mention: {
    name: "Somebody mentions me",
    why: "you were mentioned by name",
    verb: "mentioned you",
  },
  breach: {
    name: "An answer is late",
    why: "the ticket is yours, or your team's and nobody has it",
    verb: "says that a promised time is over",
  },
  risk: {
    name: "An answer will soon be late",
    why: "the ticket is yours, or your team's and nobody has it",
    verb: "warns that a promised time is near",
  },
  assigned: {
    name: "A ticket is assigned to me",
    why: "the ticket was given to you",
    verb: "assigned it to you",
  },
  reply: {
    name: "A new message on my ticket",
    why: "the ticket is assigned to you",
    verb: "wrote",
  },
  follow: {
    name: "A new message on a ticket that I follow",
    why: "you follow the ticket",
    verb: "wrote",
  },
  returned: {
    name: "A ticket comes back to my team",
    why: "nobody has the ticket any more, and your team owns it",
    verb: "returned it to your team",
  },
  team: {
    name: "A new ticket in my team",
    why: "your team owns the ticket",
    verb: "gave it to your team",
  },
};
