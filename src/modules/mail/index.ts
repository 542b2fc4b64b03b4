export { forgetTrashedMails } from "./commands/forget-mails";
export { keepMail, keepTooLarge } from "./commands/keep-mail";
export { deliverMail } from "./deliveries";
export { mailArrived } from "./events";
export { forgetOriginals, takeInMail, writeToCustomers } from "./jobs";
export {
  type FetchedMailbox,
  leaseMailboxes,
  leaveMailboxes,
  noteFault,
  noteFetched,
} from "./queries/fetched-mailboxes";
export { findTicketOfMail } from "./queries/find-ticket";
export { imapConnection, imapFault } from "./queries/imap-connection";
export { mailboxFor } from "./queries/mailboxes";
export { leadToMailedFile } from "./queries/mailed-file";
export { originalsKeepMs } from "./queries/originals";
export { previewMail } from "./queries/preview-mail";
export { mailsStoredSince } from "./queries/stored-mail";
export { mailRouter, mailsRouter, signingRouter, templatesRouter } from "./router";
