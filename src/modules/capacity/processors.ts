import { done, type Processor, processes } from "@/platform/queues";
import { rollUp } from "./commands/roll-up";
import { rollUpMeasures } from "./jobs";

/** What the worker does for capacity. */
export const capacityProcessors: readonly Processor[] = [
  processes(rollUpMeasures, async ({ spanSeconds, endMs }) => {
    await rollUp(spanSeconds, endMs);
    return done();
  }),
];
