export { mayReadTicket, readableTickets } from "./access";
export { markSeen } from "./commands/mark-seen";
export { requestStatus } from "./commands/request-status";
export { updateTicket } from "./commands/update-ticket";
export {
  customerRooms,
  deliverTicket,
  mayJoinTicketRoom,
  quietForCustomers,
} from "./deliveries";
export { handoverStarted, participantLeft, ticketCreated, ticketUpdated } from "./events";
export { handOver } from "./jobs";
export { reachesInactive, readFilter, ticketSqlFields, whereOf } from "./queries/filter";
export { unfinishedHandovers } from "./queries/handover";
export {
  type ActivityRow,
  canReadTicket,
  type RequestPage,
  requestPage,
  type TicketHead,
  type TicketPage,
  ticketActivity,
  ticketHead,
  ticketPage,
} from "./queries/pages";
export { toRequestRow } from "./queries/row";
export { requestsRouter, ticketsRouter } from "./router";
export { spokenBy } from "./rules/spoken";
export { mayBecome, statusesAfter, withStatus } from "./rules/status";
export type { Ticket, TicketChange } from "./rules/ticket";
export { agentReplied, customerSpoke, noteWritten, takesReplies } from "./rules/turn";
export {
  activeStatuses,
  priorityRank,
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
  type ShownSla,
  saveTicket,
  showSla,
  ticketForUpdate,
  ticketRowsOf,
} from "./steps";
