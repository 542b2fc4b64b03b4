import * as z from "zod";
import { defineJob } from "@/platform/queues";

/** Counts the tickets of each hour of a span; counted again it writes the same. */
export const countArrivals = defineJob({
  name: "capacity.countArrivals",
  queue: "analytics",
  payload: z.object({ fromMs: z.int(), toMs: z.int(), slot: z.string() }),
  id: ({ fromMs, slot }) => `arrivals-${fromMs}-${slot}`,
});

/** Reads off recent first replies how long one takes now, queue by queue. */
export const readWeather = defineJob({
  name: "capacity.readWeather",
  queue: "analytics",
  payload: z.object({ slot: z.int() }),
  id: ({ slot }) => `weather-${slot}`,
});

/** Writes down where the minutes of promises went that were broken and are over now. */
export const countLateMinutes = defineJob({
  name: "capacity.countLateMinutes",
  queue: "analytics",
  payload: z.object({ slot: z.int() }),
  id: ({ slot }) => `late-minutes-${slot}`,
});

/** Adds the fine spans of one span of time up; done again it gives the same rows. */
export const rollUpMeasures = defineJob({
  name: "capacity.rollUpMeasures",
  queue: "analytics",
  payload: z.object({ spanSeconds: z.literal([60, 3_600]), endMs: z.int() }),
  id: ({ spanSeconds, endMs }) => `roll-up-${spanSeconds}-${endMs}`,
});
