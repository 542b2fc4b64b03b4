import { countArrivals } from "@/modules/capacity";
import { nowMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { addJob, ask } from "@/platform/queues";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * Asks for the last days to be counted once an hour, and for all that a forecast reads once a day,
 * span by span: an import may bring tickets of long ago. What is asked for twice is one job.
 */
export async function countLatestArrivals(): Promise<void> {
  const thisHourMs = Math.floor(nowMs() / hourMs) * hourMs;
  const recentMs = thisHourMs - limits.arrivalsAgainMs;
  const hour = `hour-${thisHourMs / hourMs}`;
  await addJob(ask(countArrivals, { fromMs: recentMs, toMs: thisHourMs, slot: hour }));
  // Whole days, so that the spans of one day are the same whenever they are asked for.
  const todayMs = Math.floor(nowMs() / dayMs) * dayMs;
  const day = `day-${todayMs / dayMs}`;
  const oldestMs = todayMs - limits.arrivalsKeepMs;
  for (let toMs = todayMs; toMs > oldestMs; toMs -= limits.arrivalsSpanMs) {
    const fromMs = Math.max(oldestMs, toMs - limits.arrivalsSpanMs);
    await addJob(ask(countArrivals, { fromMs, toMs, slot: day }));
  }
}
