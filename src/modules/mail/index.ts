export { type Arrival, keepMail } from "./commands/keep-mail";
export { deliverMail } from "./deliveries";
export { mailArrived } from "./events";
export { takeInMail, writeToCustomers } from "./jobs";
export { findTicketOfMail } from "./queries/find-ticket";
export { leadToMailedFile } from "./queries/mailed-file";
export { previewMail } from "./queries/preview-mail";
export { mailsStoredSince } from "./queries/stored-mail";
export { mailsRouter, signingRouter, templatesRouter } from "./router";
