import { done, type Processor, processes } from "@/platform/queues";
import { countArrivalsOf } from "./commands/count-arrivals";
import { rollUp } from "./commands/roll-up";
import { countArrivals, rollUpMeasures } from "./jobs";

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
];
