export { mailQueued } from "./events";
export { sendMail } from "./jobs";
export { bodiesOf, escapeHtml, type Letter } from "./letter";
export {
  isDevelopmentMailbox,
  type MailHead,
  type MailView,
  mailboxMail,
  mailboxPage,
} from "./mailbox";
export { type NewMail, queueMail } from "./queue-mail";
