export { applyToDrafts, applyToRequest, applyToTicket } from "./live";
export { lastWords } from "./rules/last-words";
export type { DraftView, MessageKind, MessageView } from "./schema";
