export { applyToRequest, applyToTicket } from "./live";
export { lastWords } from "./rules/last-words";
export type { MessageKind, MessageView } from "./schema";
