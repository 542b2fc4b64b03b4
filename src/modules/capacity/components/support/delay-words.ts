import type { DelayCause } from "../../rules/delay/minutes";

/** What held a late answer up, in words for whoever may mend it. */
export const causeWords: Readonly<Record<DelayCause, string>> = {
  person: "Waiting for a person who had it",
  routing: "Waiting until somebody had it",
  mail: "Waiting for the mail to be sent",
  queue: "Waiting in a queue before anybody could know",
  slowness: "While pages and search were slow or failed",
};
