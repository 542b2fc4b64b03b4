import * as z from "zod";
import {
  businessCalendarSchema,
  type ClockReading,
  type Clocks,
  formatInstant,
  instantSchema,
  minuteMs,
  pauseOnSchema,
  readClocks,
  targetsSchema,
  ticketEventsSchema,
} from "@/modules/sla";
import { Refusal } from "../refusal";
import { neverOpenLongEnough } from "./sla-due";
import { berlinOffice } from "./sla-examples";

export const clockInput = z.strictObject({
  calendar: businessCalendarSchema,
  targets: targetsSchema,
  pauseOn: pauseOnSchema,
  events: ticketEventsSchema,
  now: instantSchema,
});

export const clockExample: z.input<typeof clockInput> = {
  calendar: berlinOffice,
  targets: { firstResponse: 60, nextResponse: 240, resolution: 960 },
  pauseOn: { resolution: ["pending", "on_hold"] },
  events: [
    { at: "2026-03-02T09:00:00+01:00", type: "created" },
    { at: "2026-03-02T09:40:00+01:00", type: "agent_reply" },
    { at: "2026-03-02T09:40:00+01:00", type: "status", to: "pending" },
    { at: "2026-03-02T11:00:00+01:00", type: "customer_message" },
    { at: "2026-03-02T11:00:00+01:00", type: "status", to: "open" },
  ],
  now: "2026-03-02T14:00:00+01:00",
};

/** The clocks as they are; refused where a target can never run out, since then no due time can be told. */
export function clocksOf(input: z.output<typeof clockInput>): Clocks {
  const { events, calendar, now, targets, pauseOn } = input;
  const clocks = readClocks(events, { targets, pauseOn }, calendar, now);
  if (Object.values(clocks).some((reading) => reading?.neverDue)) {
    throw new Refusal("no_working_time", neverOpenLongEnough);
  }
  return clocks;
}

export function shownReading({ state, dueMs, spentMs }: ClockReading) {
  return {
    state,
    due: dueMs === null ? null : formatInstant(dueMs),
    minutes: spentMs / minuteMs,
  };
}

/** The three clocks in the contract's order, each as `show` puts it. */
export function shownClocks(clocks: Clocks, show: (reading: ClockReading) => unknown) {
  const { firstResponse, nextResponse, resolution } = clocks;
  return {
    firstResponse: firstResponse && show(firstResponse),
    nextResponse: nextResponse && show(nextResponse),
    resolution: resolution && show(resolution),
  };
}
