import * as z from "zod";
import { defineJob } from "@/platform/queues";

/** Asks those whose tickets were solved a while ago how it went. */
export const askRatings = defineJob({
  name: "satisfaction.ask",
  queue: "notifications",
  payload: z.object({ slot: z.int() }),
  id: ({ slot }) => `ask-ratings-${slot}`,
});
