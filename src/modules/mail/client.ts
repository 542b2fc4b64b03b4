export { MailPage } from "./components/mail-page";
export { MailboxPage } from "./components/mailbox-page";
