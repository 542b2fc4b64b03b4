export { mayReadMessage, readableMessages } from "./access";
export { answerIncidents } from "./commands/answer-incidents";
export { answerByMail, askByMail, type LetterWords } from "./commands/by-mail";
export { confirmQuestion } from "./commands/confirm-question";
export { createTicket } from "./commands/create-ticket";
export { emptyTrash } from "./commands/empty-trash";
export { forgetProbes } from "./commands/forget-probes";
export { mergeInto, mergeTickets } from "./commands/merge";
export { openTicket } from "./commands/open-ticket";
export { redactMessage } from "./commands/redact";
export { releaseMessage } from "./commands/release";
export { reply, speak } from "./commands/reply";
export { saveDraft } from "./commands/save-draft";
export { sendNow } from "./commands/send-now";
export { openSide } from "./commands/side/open-side";
export { splitTicket } from "./commands/split";
export { unmerge, unmergeTickets } from "./commands/unmerge";
export { withdrawMessage } from "./commands/withdraw";
export { deliverMessage } from "./deliveries";
export {
  incidentsAnswered,
  mentioned,
  messageAdded,
  messageHeld,
  messageWithdrawn,
  sideSpoken,
  ticketMerged,
  wordsRemoved,
} from "./events";
export { carryAnswer, releaseHeld, scrubCopies } from "./jobs";
export { copiesAreGone } from "./queries/copies";
export { draftPage, draftsOfTicket } from "./queries/drafts";
export { formStamp } from "./queries/form-stamp";
export { overdueHeld } from "./queries/held";
export { unfinishedAnswers } from "./queries/incidents";
export { canReadMessage, type MessagePage, messagePage } from "./queries/message-page";
export {
  draftsRouter,
  filesRouter,
  requestConversationRouter,
  sidesRouter,
  ticketConversationRouter,
} from "./router";
export { inlinePictureAddress } from "./rules/inline-pictures";
export type { MessageKind, MessageView } from "./schema";
export { dropDraftsOf } from "./steps/drafts";
export { type Side, sideForUpdate, speakAside } from "./steps/side";
