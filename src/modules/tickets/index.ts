export { mayReadTicket, readableTickets } from "./access";
export { applyChange } from "./commands/apply-change";
export { markSeen } from "./commands/mark-seen";
export { requestStatus } from "./commands/request-status";
export { updateTicket } from "./commands/update-ticket";
export {
  customerRooms,
  deliverTicket,
  mayJoinTicketRoom,
  quietForCustomers,
} from "./deliveries";
export { handoverStarted, ticketCreated, ticketUpdated, type Via, viaSchema } from "./events";
export { handOver, sweepAway } from "./jobs";
export {
  reachesInactive,
  readFilter,
  readFilterFresh,
  ticketFieldsNow,
  ticketSqlFields,
  whereOf,
} from "./queries/filter";
export { unfinishedHandovers } from "./queries/handover";
export {
  type ActivityRow,
  canReadTicket,
  type RequestPage,
  requestPage,
  type TicketHead,
  type TicketPage,
  ticketActivity,
  ticketForPreview,
  ticketHead,
  ticketPage,
} from "./queries/pages";
export { toRequestRow } from "./queries/row";
export { fieldUses, tagUses, teamUses } from "./queries/tags";
export { requestsRouter, ticketsRouter, ticketTagsRouter } from "./router";
export { spokenBy } from "./rules/spoken";
export { mayBecome, statusesAfter, withStatus } from "./rules/status";
export type { Ticket, TicketChange } from "./rules/ticket";
export { agentReplied, customerSpoke, noteWritten, takesReplies } from "./rules/turn";
export {
  activeStatuses,
  priorityRank,
  priorityWords,
  requestStatusWords,
  statusWords,
  type TicketChannel,
  type TicketPriority,
  type TicketStatus,
  ticketPriorities,
  ticketStatuses,
} from "./rules/words";
export {
  prioritySchema,
  type RequestRow,
  requestRowSchema,
  statusSchema,
  subjectSchema,
  type TicketRow,
  ticketRowSchema,
} from "./schema";
export {
  insertTicket,
  logActivity,
  returnToTeam,
  rowOf,
  saveTicket,
  ticketForUpdate,
  ticketRowsOf,
} from "./steps";
