export { mayReadMessage, readableMessages } from "./access";
export { createTicket } from "./commands/create-ticket";
export { releaseMessage } from "./commands/release";
export { reply } from "./commands/reply";
export { saveDraft } from "./commands/save-draft";
export { sendNow } from "./commands/send-now";
export { withdrawMessage } from "./commands/withdraw";
export { deliverMessage } from "./deliveries";
export { mentioned, messageAdded, messageHeld, messageWithdrawn } from "./events";
export { releaseHeld } from "./jobs";
export { draftPage, draftsOfTicket } from "./queries/drafts";
export { overdueHeld } from "./queries/held";
export { canReadMessage, type MessagePage, messagePage } from "./queries/message-page";
export {
  draftsRouter,
  filesRouter,
  requestConversationRouter,
  ticketConversationRouter,
} from "./router";
export type { MessageKind, MessageView } from "./schema";
