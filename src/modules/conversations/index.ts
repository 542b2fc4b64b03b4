export { mayReadMessage, readableMessages } from "./access";
export { createTicket } from "./commands/create-ticket";
export { releaseMessage } from "./commands/release";
export { reply } from "./commands/reply";
export { withdrawMessage } from "./commands/withdraw";
export { messageAdded, messageHeld, messageWithdrawn } from "./events";
export { canReadMessage, type MessagePage, messagePage } from "./queries/message-page";
export type { MessageKind, MessageView } from "./schema";
