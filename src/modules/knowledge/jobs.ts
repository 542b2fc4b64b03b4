import * as z from "zod";
import { defineJob } from "@/platform/queues";
import { languages } from "./rules/languages";

/**
 * What was cached of a page, or of the categories (without slugs), is not true any more. It goes
 * through the queue of those who tell: readers are to see what was published at once.
 */
export const clearHelp = defineJob({
  name: "knowledge.clear",
  queue: "notifications",
  payload: z.object({
    eventId: z.uuid(),
    pages: z.object({ language: z.enum(languages), slugs: z.array(z.string()) }).nullable(),
  }),
  id: ({ eventId }) => `kb-clear-${eventId}`,
});

/** Publishes what was to be published by now; the rows say what. One a slot of time. */
export const publishScheduled = defineJob({
  name: "knowledge.publish",
  queue: "upkeep",
  payload: z.object({ slot: z.int().nonnegative() }),
  id: ({ slot }) => `kb-publish-${slot}`,
});
