/** What the mails of a ticket need on its screen, fetched together after the first paint. */
export { MessageMail, SideMail } from "./message-mail";
export { SendingLine } from "./sending-line";
export { TicketMail } from "./ticket-mail";
