import * as z from "zod";
import { defineJob } from "@/platform/queues";

/** Lets the people of the demo act for a while, around the ticket that somebody has open. */
export const playDemo = defineJob({
  name: "demo.play",
  queue: "upkeep",
  payload: z.object({ runId: z.uuid(), number: z.int().positive() }),
  id: ({ runId }) => `demo-${runId}`,
});
