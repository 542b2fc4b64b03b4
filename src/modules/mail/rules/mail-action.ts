import type { Automatic } from "./automatic";

export type MailAction = "new" | "reply" | "follow-up" | "bounce" | "ignore";

/** The ticket that a letter belongs to, and whether it still takes replies. */
export type FoundTicket = { number: number; takesReplies: boolean };

/**
 * What a letter becomes. Alarms and lists are letters like others, only never answered by a
 * machine; what an answering machine says is no word of a customer.
 */
export function mailAction(
  automatic: Automatic | undefined,
  ticket: FoundTicket | null,
  isSomebodys: boolean,
): MailAction {
  if (automatic?.kind === "bounce") return "bounce";
  if (automatic?.kind === "auto-reply" || automatic?.kind === "receipt") return "ignore";
  if (!isSomebodys) return "ignore";
  if (ticket === null) return "new";
  return ticket.takesReplies ? "reply" : "follow-up";
}
