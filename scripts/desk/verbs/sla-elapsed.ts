import * as z from "zod";
import {
  businessCalendarSchema,
  elapsedMs,
  instantSchema,
  minuteMs,
  pausesSchema,
} from "@/modules/sla";
import { defineVerb } from "../verb";
import { berlinOffice } from "./sla-examples";

export const slaElapsed = defineVerb({
  group: "sla",
  verb: "elapsed",
  summary: "The business minutes between two instants.",
  input: z.strictObject({
    calendar: businessCalendarSchema,
    start: instantSchema,
    end: instantSchema,
    pauses: pausesSchema,
  }),
  example: {
    calendar: berlinOffice,
    start: "2026-03-06T16:30:00+01:00",
    end: "2026-03-09T09:10:00+01:00",
    pauses: [{ from: "2026-03-06T16:40:00+01:00", to: "2026-03-06T16:50:00+01:00" }],
  },
  answer({ calendar, start, end, pauses }) {
    return { minutes: elapsedMs(calendar, { fromMs: start, toMs: end }, pauses) / minuteMs };
  },
});
