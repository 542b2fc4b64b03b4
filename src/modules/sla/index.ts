export type { CalendarDefinition } from "./rules/calendar-definition";
export { type ClockReading, type Clocks, readClocks } from "./rules/clock";
export { dueAfter, elapsedMs } from "./rules/due";
export { explainClock, isAtRisk } from "./rules/explain";
export { formatInstant } from "./rules/instant";
export { minuteMs, wholeMs } from "./rules/units";
export {
  businessCalendarSchema,
  instantSchema,
  pauseOnSchema,
  pausesSchema,
  targetMinutesSchema,
  targetsSchema,
  ticketEventsSchema,
} from "./schema";
