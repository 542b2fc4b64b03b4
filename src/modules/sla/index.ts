export { noteZoneData } from "./commands/note-zone-data";
export { deliverSla } from "./deliveries";
export { slaAtRisk, slaBreached, slaChanged } from "./events";
export { checkDue, followTicket, policiesFollowTag, recompute, showCrossed } from "./jobs";
export { dueCounts } from "./queries/due";
export { type ExplainedClock, explainTicket, explainTicketOf } from "./queries/explain";
export { activePolicies } from "./queries/policies";
export { openRecomputes } from "./queries/recomputes";
export { calendarViews } from "./queries/settings";
export { slaRouter } from "./router";
export type { CalendarDefinition } from "./rules/calendar-definition";
export { type ClockReading, type Clocks, readClocks } from "./rules/clock";
export { dueAfter, elapsedMs } from "./rules/due";
export { explainClock, isAtRisk } from "./rules/explain";
export { dayNumberOf, formatInstant } from "./rules/instant";
export { type Metric, metrics } from "./rules/metrics";
export { timeZone } from "./rules/time-zone";
export { minuteMs, wholeMs } from "./rules/units";
export { metricWords } from "./rules/words";
export {
  businessCalendarSchema,
  instantSchema,
  pauseOnSchema,
  pausesSchema,
  targetMinutesSchema,
  targetsSchema,
  ticketEventsSchema,
} from "./schema";
