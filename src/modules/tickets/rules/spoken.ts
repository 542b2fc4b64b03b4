import { withStatus } from "./status";
import type { Ticket } from "./ticket";
import { agentReplied, customerSpoke, noteWritten } from "./turn";
import type { TicketStatus } from "./words";

type Spoken = {
  staff: boolean;
  kind: "reply" | "note";
  words: string;
  /** A status that the author set with the message. */
  status?: TicketStatus | undefined;
  at: Date;
  /** The first time after `at` that the customer asked, when the message comes late. */
  askedSince?: Date | null;
};

export type StatusChange = { field: "status"; from: TicketStatus; to: TicketStatus };

/** What a message does to its ticket: whose turn it is, its last words, its status. */
export function spokenBy(
  ticket: Ticket,
  { staff, kind, words, status, at, askedSince }: Spoken,
): { ticket: Ticket; changes: StatusChange[] } {
  const spoken = { lastWords: words, at };
  const heard =
    kind === "note"
      ? noteWritten(ticket, at)
      : staff
        ? agentReplied(ticket, spoken, askedSince)
        : customerSpoke(ticket, spoken);
  const after = status === undefined ? heard : withStatus(heard, status, at);
  const changes =
    after.status === ticket.status
      ? []
      : [{ field: "status" as const, from: ticket.status, to: after.status }];
  return { ticket: after, changes };
}
