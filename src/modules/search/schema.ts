import type { PageLine } from "@/modules/knowledge/client";
import type { RequestRow, TicketRow } from "@/modules/tickets";
import type { Piece } from "./rules/passage";

/** Where in a ticket it was found. */
export type MessageHit = {
  messageId: string;
  at: string;
  kind: "reply" | "note";
  author: string;
  pieces: Piece[];
};

export type FoundTicket = {
  row: TicketRow;
  /** null where the ticket was found by its fields alone. */
  hit: MessageHit | null;
  /** Further messages of this ticket that say it. */
  more: number;
};

export type SearchPage = {
  tickets: FoundTicket[];
  next: string | null;
  /** Nothing older was looked at yet; the next page goes on there. */
  lookedBackTo: string | null;
  /** Words that nobody wrote, and those that were searched for beside them. */
  corrected: { written: string; meant: string[] }[];
  /** Every word of it stands everywhere. */
  tooCommon: boolean;
};

export type FoundPerson = {
  id: string;
  name: string;
  email: string;
  role: "customer" | "agent" | "admin";
  organization: string | null;
};

export type Suggestions = {
  /** The ticket with exactly this number. */
  numbered: TicketRow | null;
  subjects: TicketRow[];
  people: FoundPerson[];
  articles: PageLine[];
};

export type FoundRequest = { row: RequestRow; hit: MessageHit | null };
