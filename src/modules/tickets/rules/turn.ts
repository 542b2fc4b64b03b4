import { limits } from "@/platform/limits";
import { withStatus } from "./status";
import type { Ticket } from "./ticket";
import { isActive } from "./words";

/** How long a resolved ticket reopens on a reply; after that a reply makes a follow-up. */
export const reopenWindowMs = limits.reopenWindowMs;

type Words = { lastWords: string; at: Date };

function spoken(ticket: Ticket, { lastWords, at }: Words): Ticket {
  return {
    ...ticket,
    lastWords,
    lastMessageAt: at > ticket.lastMessageAt ? at : ticket.lastMessageAt,
    updatedAt: at > ticket.updatedAt ? at : ticket.updatedAt,
    version: ticket.version + 1,
  };
}

/** Whether a customer's reply still lands in this ticket. */
export function takesReplies(ticket: Pick<Ticket, "status" | "resolvedAt">, now: Date): boolean {
  if (isActive(ticket.status)) return true;
  if (ticket.status === "closed" || ticket.resolvedAt === null) return false;
  return now.getTime() - ticket.resolvedAt.getTime() <= reopenWindowMs;
}

/** The requester spoke: it is our turn, since their oldest message that nobody answered. */
export function customerSpoke(ticket: Ticket, words: Words): Ticket {
  const heard = spoken(ticket, words);
  // A reply that was held while the ticket was closed is heard and reopens nothing.
  const stays = ticket.status === "open" || ticket.status === "closed";
  const open = stays ? heard : withStatus(heard, "open", words.at);
  // Whoever put it aside wanted to know of this at the latest.
  return { ...open, snoozedUntil: null, waitingSince: ticket.waitingSince ?? words.at };
}

/**
 * An agent replied: nobody waits for us, but who asked after this reply's time (a late worker
 * releases it). The status is the agent's to set.
 */
export function agentReplied(ticket: Ticket, words: Words, askedSince?: Date | null): Ticket {
  const { waitingSince } = ticket;
  const asked = askedSince ?? null;
  const waits = waitingSince === null || asked === null ? null : later(waitingSince, asked);
  return { ...spoken(ticket, words), waitingSince: waits };
}

const later = (one: Date, other: Date) => (one > other ? one : other);

/** A note moves the ticket's last change, not its last words: customers see those. */
export function noteWritten(ticket: Ticket, at: Date): Ticket {
  return {
    ...ticket,
    lastMessageAt: at > ticket.lastMessageAt ? at : ticket.lastMessageAt,
    updatedAt: at > ticket.updatedAt ? at : ticket.updatedAt,
    version: ticket.version + 1,
  };
}

/** Nobody waits in a ticket whose conversation went elsewhere. */
export function withoutWait(ticket: Ticket): Ticket {
  return { ...ticket, waitingSince: null };
}
