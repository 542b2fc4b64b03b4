export { keepMail, keepTooLarge } from "./commands/keep-mail";
export { mailArrived } from "./events";
export { takeInMail, writeToCustomers } from "./jobs";
export {
  type FetchedMailbox,
  leaseMailboxes,
  leaveMailboxes,
  noteFault,
  noteFetched,
} from "./queries/fetched-mailboxes";
export { findTicketOfMail } from "./queries/find-ticket";
export { mailboxFor } from "./queries/mailboxes";
export { previewMail } from "./queries/preview-mail";
export { mailsStoredSince } from "./queries/stored-mail";
