import * as z from "zod";
import { defineJob } from "@/platform/queues";

/** A tag got another name: macros that put it on or take it off go on doing so. */
export const followTag = defineJob({
  name: "responses.follow_tag",
  queue: "upkeep",
  payload: z.object({ name: z.string(), becomes: z.string(), byId: z.uuid(), sinceMs: z.int() }),
  id: ({ name, sinceMs }) => `follow-${Buffer.from(name).toString("hex")}-${sinceMs}`,
});
