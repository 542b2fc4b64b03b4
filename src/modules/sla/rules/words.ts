import type { SpanReason } from "./explain";
import type { Metric } from "./metrics";

/** A promise's name in a sentence: "First response due 16:40". */
export const metricWords: Readonly<Record<Metric, string>> = {
  firstResponse: "First response",
  nextResponse: "Next response",
  resolution: "Resolution",
};

/** Why time counted or not. */
export const reasonWords: Readonly<Record<SpanReason, string>> = {
  open: "counted",
  closed_hours: "closed",
  holiday: "holiday",
  paused: "paused",
  resolved: "resolved",
};
