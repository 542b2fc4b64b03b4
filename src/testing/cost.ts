import { monotonicMs } from "@/platform/clock";

/** What grows with the square of its length costs thousands of times as much as honest text. */
export const timesHonestMax = 200;

function msFor(work: () => void): number {
  const startedMs = monotonicMs();
  work();
  return monotonicMs() - startedMs;
}

/** How many times as long a hostile text takes as an honest one of its length, in the same minute. */
export function timesHonest(honest: () => void, hostile: () => void): number {
  honest();
  return msFor(hostile) / Math.max(1, msFor(honest));
}
