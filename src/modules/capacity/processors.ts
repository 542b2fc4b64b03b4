import { done, type Processor, processes } from "@/platform/queues";
import { countArrivalsOf } from "./commands/count-arrivals";
import { rollUp } from "./commands/roll-up";
import { writeLateMinutes } from "./commands/write-late-minutes";
import { writeWeather } from "./commands/write-weather";
import { countArrivals, countLateMinutes, readWeather, rollUpMeasures } from "./jobs";

/** What the worker does for capacity. */
export const capacityProcessors: readonly Processor[] = [
  processes(rollUpMeasures, async ({ spanSeconds, endMs }) => {
    await rollUp(spanSeconds, endMs);
    return done();
  }),
  processes(countArrivals, async ({ fromMs, toMs }) => {
    await countArrivalsOf(fromMs, toMs);
    return done();
  }),
  processes(countLateMinutes, async () => {
    await writeLateMinutes();
    return done();
  }),
  processes(readWeather, async () => {
    await writeWeather();
    return done();
  }),
];
