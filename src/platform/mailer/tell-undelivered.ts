import type { CommandTx } from "@/platform/command";
import { mailUndelivered } from "./events";
import { letterKinds } from "./letters/kinds";

type Lost = {
  mailId: string;
  kind: string;
  ticketId: string;
  recipient: string;
  fault: string;
  senderId: string | null;
};

const forColleagues = Object.entries(letterKinds).flatMap(([kind, reader]) =>
  reader === "colleague" ? [kind] : [],
);

/**
 * Tells that a mail about a ticket does not arrive. Not of what told a colleague something: who cannot
 * be reached by mail would be told by mail that they cannot be reached by mail, and so on for ever.
 */
export function tellUndelivered(tx: CommandTx, { kind, ...lost }: Lost): void {
  if (forColleagues.includes(kind)) return;
  tx.append(mailUndelivered.make(lost, { ticketId: lost.ticketId }));
}
