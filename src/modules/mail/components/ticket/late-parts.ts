/** What the mails of a ticket need on its screen, fetched together after the first paint. */
export { MessageMail } from "./message-mail";
export { SendingLine } from "./sending-line";
export { TicketMail } from "./ticket-mail";
