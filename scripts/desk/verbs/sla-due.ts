import * as z from "zod";
import {
  businessCalendarSchema,
  dueAfter,
  formatInstant,
  instantSchema,
  pausesSchema,
  targetMinutesSchema,
  wholeMs,
} from "@/modules/sla";
import { Refusal } from "../refusal";
import { defineVerb } from "../verb";
import { berlinOffice } from "./sla-examples";

export const neverOpenLongEnough =
  "The calendar does not open for that long from the start to the end of the year 9999.";

export const slaDue = defineVerb({
  group: "sla",
  verb: "due",
  summary: "The first instant at which a number of business minutes have passed.",
  input: z.strictObject({
    calendar: businessCalendarSchema,
    start: instantSchema,
    minutes: targetMinutesSchema,
    pauses: pausesSchema,
  }),
  example: { calendar: berlinOffice, start: "2026-03-02T16:30:00+01:00", minutes: 90 },
  answer({ calendar, start, minutes, pauses }) {
    const due = dueAfter(calendar, start, wholeMs(minutes), pauses);
    if (due.kind === "never") throw new Refusal("no_working_time", neverOpenLongEnough);
    return { due: due.kind === "at" ? formatInstant(due.atMs) : null };
  },
});
