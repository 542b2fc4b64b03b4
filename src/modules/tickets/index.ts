export { mayReadTicket, readableTickets, readsColleagues } from "./access";
export { applyChange } from "./commands/apply-change";
export { changeRequester, wantedRequesterSchema } from "./commands/change-requester";
export { checkAssignment } from "./commands/check-assignment";
export { closeResolved } from "./commands/close-resolved";
export { followTicket } from "./commands/follow";
export { linkTickets, unlinkTickets } from "./commands/link-tickets";
export { markSeen } from "./commands/mark-seen";
export { mergePeople, unmergePeople } from "./commands/merge-people";
export { requestStatus } from "./commands/request-status";
export {
  addParticipant,
  followRequest,
  removeParticipant,
} from "./commands/share-request";
export { snoozeTicket } from "./commands/snooze";
export { markSpam, unmarkSpam } from "./commands/spam";
export { updateTicket } from "./commands/update-ticket";
export { wakeTickets } from "./commands/wake-snoozed";
export {
  customerRooms,
  deliverTicket,
  mayJoinTicketRoom,
  quietForCustomers,
  roomsToReopen,
} from "./deliveries";
export {
  asideChanged,
  handoverStarted,
  participantLeft,
  ticketCreated,
  ticketUpdated,
} from "./events";
export { closeOld, handOver, sweepAway, wakeSnoozed } from "./jobs";
export { whereOf, wheresOf } from "./queries/asker";
export {
  reachesInactive,
  readFilter,
  readFilterFresh,
  readFiltersFresh,
  type TicketFilterFields,
  ticketFieldsFor,
  ticketFieldsNow,
  ticketSqlFields,
} from "./queries/filter";
export { filterSentences } from "./queries/filter-words";
export { unfinishedHandovers } from "./queries/handover";
export { withIds } from "./queries/names";
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
  ticketRows,
} from "./queries/pages";
export { toRequestRow } from "./queries/row";
export { somethingCloses, somethingWakes } from "./queries/sweeps";
export { fieldUses, organizationUses, tagUses, teamUses } from "./queries/tags";
export { understoodFilter } from "./queries/understood";
export { requestsRouter, ticketsRouter, ticketTagsRouter } from "./router";
export { activityWords } from "./rules/activity-words";
export { columnId, columnsMax, columnWidths } from "./rules/columns";
export { type MergeKept, merged, mergeRefusal, unmerged } from "./rules/merge";
export { newTicket } from "./rules/new-ticket";
export { type TicketSort, ticketSorts } from "./rules/sort";
export { spokenBy } from "./rules/spoken";
export { mayBecome, statusesAfter, withStatus } from "./rules/status";
export type { FieldChange, Ticket, TicketChange } from "./rules/ticket";
export { agentReplied, customerSpoke, noteWritten, takesReplies, withoutWait } from "./rules/turn";
export {
  activeStatuses,
  priorityRank,
  priorityWords,
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
  snoozeUntilSchema,
  statusSchema,
  subjectSchema,
  type TicketRow,
  tagSchema,
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
export { changeTickets, type TicketOutcome } from "./steps/change-many";
export { insertLink } from "./steps/links";
export {
  addFollowersOf,
  landedTicketForUpdate,
  organizationIsShared,
  removeFollowers,
  ticketsForUpdate,
} from "./steps/merge";
export { probeTicketsBefore, removeProbeTickets } from "./steps/probes";
export { changeHistories, changeTicketWords, ticketsOfConversation } from "./steps/redact";
export { tellRequesterLeft } from "./steps/requester-left";
export { showSatisfaction } from "./steps/satisfaction";
export { type SnoozeOutcome, snoozeTickets, snoozeTime } from "./steps/snooze-many";
export { emptyTickets, trashedBefore } from "./steps/trash";
