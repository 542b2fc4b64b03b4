export { changeMails } from "./change-mails";
export { mailQueued, mailSettled, mailUndelivered } from "./events";
export { fileOfToken, fileToken } from "./file-links";
export { sendMail } from "./jobs";
export {
  isDevelopmentMailbox,
  isOpenMailbox,
  type MailHead,
  type MailView,
  mailboxMail,
  mailboxPage,
  mailsWaitingSince,
} from "./mailbox";
export { type NewMail, queueMail, queueMails } from "./queue-mail";
export { replySigners } from "./reply-signers";
export { decryptText, encryptText } from "./secrecy";
export { sendAgain } from "./settle";
export { keepSigningKey, newKeyPair, signingKey, switchSigning } from "./signing-keys";
export { tellUndelivered } from "./tell-undelivered";
export { provideUsualSenders } from "./usual-sender";
