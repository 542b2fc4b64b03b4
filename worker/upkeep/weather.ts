import { readWeather } from "@/modules/capacity";
import { nowMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { addJob, ask } from "@/platform/queues";

/** How long a first reply takes changes with the backlog, so it is read again every few minutes. */
export async function askForWeather(): Promise<void> {
  await addJob(ask(readWeather, { slot: Math.floor(nowMs() / limits.weatherSweepMs) }));
}
