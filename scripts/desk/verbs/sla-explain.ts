import * as z from "zod";
import { type ClockReading, explainClock, formatInstant, isAtRisk } from "@/modules/sla";
import { Refusal } from "../refusal";
import { defineVerb } from "../verb";
import { clockExample, clockInput, clocksOf, shownClocks, shownReading } from "./sla-clock-input";

/** Spans are told one by one, two or more a day, so there is an end to how many are. */
const explainedMsMax = 100 * 366 * 86_400_000;

export const slaExplain = defineVerb({
  group: "sla",
  verb: "explain",
  summary: "A ticket's three clocks, and for each moment why it counted or not.",
  input: clockInput.extend({ riskShare: z.number().min(0).max(1).default(0.25) }),
  example: { ...clockExample, riskShare: 0.25 },
  answer(input) {
    const clocks = clocksOf(input);
    const explained = (reading: ClockReading) => {
      if ((reading.endedAtMs ?? input.now) - reading.startMs > explainedMsMax) {
        throw new Refusal("invalid", "More than a hundred years are not explained span by span.");
      }
      const spans = explainClock(input.calendar, reading, input.now);
      return {
        ...shownReading(reading),
        atRisk: isAtRisk(reading, input.riskShare),
        spans: spans.map(({ fromMs, toMs, counts, reason }) => ({
          from: formatInstant(fromMs),
          to: formatInstant(toMs),
          counts,
          reason,
        })),
      };
    };
    return shownClocks(clocks, explained);
  },
});
