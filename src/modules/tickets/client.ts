export { applyToPage } from "./live";
export { change } from "./rules/change";
export type { TableColumn } from "./rules/columns";
export { ticketFields } from "./rules/fields";
export { chosenLinkKinds, type LinkEnd, type LinkKind, linkWords } from "./rules/links";
export { newTicket } from "./rules/new-ticket";
export { comparePlaces, nameOrder, type Place, placeOf } from "./rules/place";
export { isSnoozed, untilReply, waitsForReply } from "./rules/snooze";
export { ascends, sortWords, type TicketSort, ticketSorts } from "./rules/sort";
export { spokenBy } from "./rules/spoken";
export { mayBecome, statusesAfter, withStatus } from "./rules/status";
export type { FieldChange, Ticket, TicketChange } from "./rules/ticket";
export { agentReplied, customerSpoke, noteWritten, takesReplies } from "./rules/turn";
export { turnOf, turns, turnWords } from "./rules/whose-turn";
export {
  activeStatuses,
  isActive,
  priorityRank,
  priorityWords,
  type SlaState,
  slaGroupWords,
  slaRankOf,
  statusWords,
  type TicketChannel,
  type TicketPriority,
  type TicketStatus,
  ticketChannels,
  ticketPriorities,
  ticketStatuses,
} from "./rules/words";
export type { RequestRow, TicketRow } from "./schema";
