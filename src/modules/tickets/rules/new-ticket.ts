import type { Ticket } from "./ticket";

type Given = Pick<Ticket, "id" | "subject" | "requesterId" | "organizationId" | "lastWords"> &
  Partial<Omit<Ticket, "number">>;

/** A ticket as it is in its first moment: open, nobody's, and somebody waits for us. */
export function newTicket(given: Given, now: Date): Omit<Ticket, "number"> {
  return {
    status: "open",
    priority: "medium",
    channel: "web",
    assigneeId: null,
    teamId: null,
    tags: [],
    fields: {},
    participantIds: [],
    version: 1,
    nextDueAt: null,
    slaState: null,
    waitingSince: now,
    snoozedUntil: null,
    mergedInto: null,
    synthetic: false,
    firstMessageAt: now,
    lastMessageAt: now,
    resolvedAt: null,
    closedAt: null,
    createdAt: now,
    updatedAt: now,
    ...given,
  };
}
