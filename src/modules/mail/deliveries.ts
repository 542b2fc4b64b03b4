import { mailQueued, mailSettled } from "@/platform/mailer";
import { type LiveRule, rooms } from "@/platform/realtime";

/** Who has the ticket open as one who works here sees what became of its mails. */
export const deliverMail: LiveRule = (event) => {
  const told = mailSettled.read(event) ?? mailQueued.read(event);
  if (told === null || event.ticketId === null) return [];
  return [{ room: rooms.ticket(event.ticketId), payload: { mailId: told.mailId } }];
};
