import * as z from "zod";
import { defineJob } from "@/platform/queues";

/** Repeats what a change of access did to sessions, for when the store was away at that moment. */
export const applyAccessChange = defineJob({
  name: "identity.applyAccess",
  queue: "upkeep",
  payload: z.object({ userId: z.uuid(), eventId: z.uuid() }),
  id: ({ eventId }) => `access-${eventId}`,
});
