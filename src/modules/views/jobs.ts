import * as z from "zod";
import { defineJob } from "@/platform/queues";

/** A tag got another name: views that ask for it go on asking for it. */
export const viewsFollowTag = defineJob({
  name: "views.follow_tag",
  queue: "upkeep",
  payload: z.object({ name: z.string(), becomes: z.string(), byId: z.uuid(), sinceMs: z.int() }),
  id: ({ name, sinceMs }) => `views-follow-${Buffer.from(name).toString("hex")}-${sinceMs}`,
});
