import type { TicketSort } from "@/modules/tickets/client";
import type { Display } from "./display";

export const audiences = ["personal", "team", "everyone"] as const;
export type Audience = (typeof audiences)[number];

export type View = {
  id: string;
  name: string;
  /** In the one filter language. */
  filter: string;
  sort: TicketSort;
  /** The number key that opens it, 1 to 9. */
  pin: number | null;
  /** Everybody has the standard ones, and nobody changes them. */
  audience: Audience | "standard";
  teamId: string | null;
  /** Whom it is shared with, and by whom: "Garden, by Mia Lund". */
  sharedWith: string | null;
  mayEdit: boolean;
  /** How this person sees it; null as long as nobody chose. */
  display: Display | null;
  /** It is the person's own choice, and not the view's. */
  ownDisplay: boolean;
  version: number;
  /** What its owner has to know of it. */
  note: string | null;
};

/** What a view that reaches into closed tickets says where its number would stand. */
export const uncountedWords = {
  closed: "Not counted: it reaches into closed tickets",
  many: "Not counted: more views than are counted at a time",
  resting: "Not counted now: the servers are very busy",
  unread: "Not counted: its filter is not understood any more",
} as const;
export type Uncounted = keyof typeof uncountedWords;

export const goneTeamWords = (teamName: string): string =>
  `The team ${teamName} is gone, so only you see this view.`;
