import { type BusinessCalendar, compileCalendar } from "./calendar";
import type { CalendarDefinition } from "./calendar-definition";

const compiledMax = 500;
const compiled = new Map<string, BusinessCalendar>();

/**
 * The compiled form of a definition. Equal definitions share one, and with it the sums that it has already
 * made, so ten thousand clocks of one calendar cost it once.
 */
export function compiledCalendar(definition: CalendarDefinition): BusinessCalendar {
  const key = JSON.stringify(definition);
  const known = compiled.get(key);
  if (known) return known;
  if (compiled.size >= compiledMax) compiled.clear();
  const calendar = compileCalendar(definition);
  compiled.set(key, calendar);
  return calendar;
}
