export type { CalendarDefinition, ClockRange, Weekday } from "./rules/calendar-definition";
export { calendarProblems, weekdays } from "./rules/calendar-definition";
export { compiledCalendar } from "./rules/compiled-calendars";
export { dueAfter } from "./rules/due";
export { type Metric, metrics } from "./rules/metrics";
export { isNeverOpen } from "./rules/never-open";
export { metricWords, reasonWords } from "./rules/words";
