import * as z from "zod";
import { defineJob } from "@/platform/queues";

/** Adds the fine spans of one span of time up; done again it gives the same rows. */
export const rollUpMeasures = defineJob({
  name: "capacity.rollUpMeasures",
  queue: "analytics",
  payload: z.object({ spanSeconds: z.literal([60, 3_600]), endMs: z.int() }),
  id: ({ spanSeconds, endMs }) => `roll-up-${spanSeconds}-${endMs}`,
});
