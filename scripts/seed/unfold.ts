import type {
  FieldChange,
  Ticket,
  TicketChange,
  TicketChannel,
  TicketStatus,
} from "@/modules/tickets/client";
import { limits } from "@/platform/limits";
import { change, lastWords, newTicket, spokenBy } from "./rules";
import type { Body } from "./template";

export type Author = { id: string; staff: boolean };

/** What somebody did: a message, or a change of fields. The first one of a ticket is the question. */
export type Deed =
  | {
      at: Date;
      by: Author;
      kind: "reply" | "note";
      body: Body;
      status?: TicketStatus | undefined;
    }
  | { at: Date; by: Author | null; changes: TicketChange };

export type Message = { at: Date; by: Author; kind: "reply" | "note"; body: Body };
export type Activity = {
  at: Date;
  by: Author | null;
  kind: "created" | "changed";
  detail: { channel: TicketChannel } | { changes: readonly FieldChange[] };
};

export type History = { ticket: Ticket; messages: Message[]; activity: Activity[] };

export type Asked = Pick<Ticket, "id" | "number" | "subject" | "organizationId" | "channel"> & {
  requester: Author;
  at: Date;
  body: Body;
};

/** A ticket at the moment in which it is asked, as the command makes it. */
function asked({ requester, at, body: _, ...facts }: Asked, words: string): Ticket {
  const { number } = facts;
  return { ...newTicket({ ...facts, requesterId: requester.id, lastWords: words }, at), number };
}

/**
 * Lets the deeds happen one after the other. All that a ticket shows follows from them by the
 * product's rules, so seeded tickets cannot differ from those that people make.
 */
export function unfold(question: Asked, deeds: readonly Deed[]): History {
  const { requester, at, body, channel } = question;
  // Only the last words that customers may read stay, so the others are not worth their making.
  const lastReply = deeds.findLast((deed) => "body" in deed && deed.kind === "reply");
  const wordsOf = (spoken: Body) => lastWords(spoken.text, limits.lastWordsCharsMax);
  const messages: Message[] = [{ at, by: requester, kind: "reply", body }];
  const activity: Activity[] = [{ at, by: requester, kind: "created", detail: { channel } }];
  let ticket = asked(question, lastReply === undefined ? wordsOf(body) : "");

  for (const deed of deeds) {
    if ("body" in deed) {
      const { by, kind } = deed;
      const status = deed.status === ticket.status ? undefined : deed.status;
      const words = deed === lastReply ? wordsOf(deed.body) : "";
      const spoken = spokenBy(ticket, { staff: by.staff, kind, words, status, at: deed.at });
      ticket = spoken.ticket;
      messages.push({ at: deed.at, by, kind, body: deed.body });
      if (spoken.changes.length > 0)
        activity.push({ at: deed.at, by, kind: "changed", detail: { changes: spoken.changes } });
      continue;
    }
    const changed = change(ticket, deed.changes, {}, deed.at);
    if ("refused" in changed) throw new Error(`A seeded ticket was refused: ${changed.refused}`);
    if (changed.changes.length === 0) continue;
    ticket = changed.ticket;
    const detail = { changes: changed.changes };
    activity.push({ at: deed.at, by: deed.by, kind: "changed", detail });
  }
  return { ticket, messages, activity };
}
