import type { TicketStatus } from "./words";

/** Whose turn it is, in the order in which somebody should look at it. */
export const turns = [
  "first_reply",
  "reply",
  "work",
  "requester",
  "third_party",
  "snoozed",
  "done",
] as const;
export type Turn = (typeof turns)[number];

export const turnWords: Record<Turn, string> = {
  first_reply: "First reply due",
  reply: "Reply due",
  work: "Work to do",
  requester: "Waiting for requester",
  third_party: "Waiting for third party",
  snoozed: "Snoozed",
  done: "Resolved and closed",
};

type Turned<Time> = {
  status: TicketStatus;
  snoozedUntil: Time | null;
  waitingSince: Time | null;
  createdAt: Time;
};

/** `queries/page-mark.ts` says the same in SQL. */
export function turnOf<Time extends Date | string>(ticket: Turned<Time>): Turn {
  const { status, snoozedUntil, waitingSince, createdAt } = ticket;
  if (status === "resolved" || status === "closed") return "done";
  if (snoozedUntil !== null) return "snoozed";
  if (status === "on_hold") return "third_party";
  if (status === "pending") return "requester";
  if (waitingSince === null) return "work";
  // Nobody has answered yet: they wait since they asked.
  return waitingSince <= createdAt ? "first_reply" : "reply";
}
