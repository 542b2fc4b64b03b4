import { defineVerb } from "../verb";
import { clockExample, clockInput, clocksOf, shownClocks, shownReading } from "./sla-clock-input";

export const slaClock = defineVerb({
  group: "sla",
  verb: "clock",
  summary: "A ticket's three clocks: state, due time and minutes spent.",
  input: clockInput,
  example: clockExample,
  answer: (input) => shownClocks(clocksOf(input), shownReading),
});
