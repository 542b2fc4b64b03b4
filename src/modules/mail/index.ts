export { writeToCustomers } from "./jobs";
export { findTicketOfMail } from "./queries/find-ticket";
export { previewMail } from "./queries/preview-mail";
