import {
  type CalendarDefinition,
  type CalendarProblem,
  calendarProblems,
  type Weekday,
  weekdays,
} from "../../rules/calendar-definition";
import { compiledCalendar } from "../../rules/compiled-calendars";
import {
  readDates,
  readExceptions,
  readHours,
  writeDates,
  writeExceptions,
  writeHours,
} from "../../rules/hours-text";
import { isNeverOpen } from "../../rules/never-open";
import type { CalendarRow } from "./calendars-page";

/** What stands in the editor, as it was typed. */
export type CalendarForm = {
  name: string;
  timeZone: string;
  week: Record<Weekday, string>;
  holidays: string;
  exceptions: string;
};

const nineToFive = "09:00-17:00";
const byDay = <Value>(value: (day: Weekday) => Value): Record<Weekday, Value> => ({
  mon: value("mon"),
  tue: value("tue"),
  wed: value("wed"),
  thu: value("thu"),
  fri: value("fri"),
  sat: value("sat"),
  sun: value("sun"),
});

export const aroundTheClock = byDay(() => "00:00-24:00");

export function calendarFormOf(calendar: CalendarRow | null, zone: string): CalendarForm {
  const definition = calendar?.definition;
  return {
    name: calendar?.name ?? "",
    timeZone: definition?.timeZone ?? zone,
    week: byDay((day) => {
      if (definition !== undefined) return writeHours(definition.weekly[day]);
      return day === "sat" || day === "sun" ? "" : nineToFive;
    }),
    holidays: writeDates(definition?.holidays ?? []),
    exceptions: writeExceptions(definition?.exceptions ?? {}),
  };
}

export type CalendarProblems = Readonly<Record<string, string>>;

const fieldOf = ({ path: [first, second] }: CalendarProblem): string =>
  first === "weekly" ? String(second) : String(first);

/** The calendar that the form says, or what is wrong with it, by the id of the field. */
export function readCalendarForm(
  form: CalendarForm,
  nowMs: number,
): { definition: CalendarDefinition } | { problems: CalendarProblems } {
  const problems: Record<string, string> = {};
  const weekly = byDay((day) => {
    const hours = readHours(form.week[day]);
    if (hours === null)
      problems[day] = `“${form.week[day]}” are no hours. Write them as 09:00-12:30, 13:30-17:00.`;
    return hours ?? [];
  });
  const read = readExceptions(form.exceptions);
  if ("line" in read)
    problems.exceptions = `Line ${read.line} is no day with hours. Write it as 2026-12-24 09:00-12:00, or closed.`;
  const definition = {
    timeZone: form.timeZone.trim(),
    weekly,
    holidays: readDates(form.holidays),
    exceptions: "exceptions" in read ? read.exceptions : {},
  };
  for (const problem of calendarProblems(definition)) {
    const date = problem.path[0] === "exceptions" ? `${problem.path[1]}: ` : "";
    problems[fieldOf(problem)] ??= `${date}${problem.message}.`;
  }
  if (Object.keys(problems).length > 0) return { problems };
  if (isNeverOpen(compiledCalendar(definition), nowMs))
    return {
      problems: {
        [weekdays[0]]: "This calendar has no open hour, so nothing could ever fall due. Add hours.",
      },
    };
  return { definition };
}
