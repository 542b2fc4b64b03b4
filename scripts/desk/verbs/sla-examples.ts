import type { CalendarDefinition } from "@/modules/sla";

const shortDay: [string, string][] = [["09:00", "12:00"]];
const officeHours: [string, string][] = [
  ["09:00", "12:30"],
  ["13:30", "17:00"],
];

/** The calendar of the examples that `desk help` shows. */
export const berlinOffice = {
  timeZone: "Europe/Berlin",
  weekly: {
    mon: officeHours,
    tue: officeHours,
    wed: officeHours,
    thu: officeHours,
    fri: officeHours,
  },
  holidays: ["2026-12-25"],
  exceptions: { "2026-12-24": shortDay },
} satisfies CalendarDefinition;
