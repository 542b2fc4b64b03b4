import { mailSettled } from "@/platform/mailer";
import { type LiveRule, rooms } from "@/platform/realtime";

/** Who has the ticket open as one who works here sees what became of its mails. */
export const deliverMail: LiveRule = (event) => {
  const settled = mailSettled.read(event);
  if (settled === null || event.ticketId === null) return [];
  const { mailId, state } = settled;
  return [{ room: rooms.ticket(event.ticketId), payload: { mailId, state } }];
};
