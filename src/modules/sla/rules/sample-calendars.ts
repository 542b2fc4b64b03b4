import { type BusinessCalendar, compileCalendar } from "./calendar";
import { type CalendarDefinition, type ClockRange, calendarProblems } from "./calendar-definition";
import { parseInstant } from "./instant";

const allDay: ClockRange[] = [["00:00", "24:00"]];
const nineToFive: ClockRange[] = [["09:00", "17:00"]];

export const everyDay = (hours: ClockRange[]): CalendarDefinition["weekly"] => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
  sat: hours,
  sun: hours,
});

export const aroundTheClock = everyDay(allDay);

const officeHours: CalendarDefinition["weekly"] = {
  mon: nineToFive,
  tue: nineToFive,
  wed: nineToFive,
  thu: nineToFive,
  fri: nineToFive,
};

/** Monday to Friday from nine to five in Berlin, unless something else is said. */
export function aDefinition(said: Partial<CalendarDefinition> = {}): CalendarDefinition {
  return { timeZone: "Europe/Berlin", weekly: officeHours, holidays: [], exceptions: {}, ...said };
}

export function aCalendar(said: Partial<CalendarDefinition> = {}): BusinessCalendar {
  const definition = aDefinition(said);
  const [problem] = calendarProblems(definition);
  if (problem) throw new Error(`${problem.path.join(".")}: ${problem.message}`);
  return compileCalendar(definition);
}

export function at(text: string): number {
  const instantMs = parseInstant(text);
  if (instantMs === null) throw new Error(`${text} is no instant`);
  return instantMs;
}
