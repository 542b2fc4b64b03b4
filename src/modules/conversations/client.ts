export { applyToRequest, applyToTicket } from "./live";
export type { MessageKind, MessageView } from "./schema";
