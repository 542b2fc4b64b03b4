import * as z from "zod";
import { defineEvent } from "@/platform/outbox";

/** A bulk action waits for its job. */
export const bulkStarted = defineEvent({
  name: "bulk.started",
  version: 1,
  payload: z.object({ actionId: z.uuid() }),
});

/** How far a bulk action is, for who asked for it. */
export const bulkProgressed = defineEvent({
  name: "bulk.progressed",
  version: 1,
  payload: z.object({ actionId: z.uuid(), askedBy: z.uuid() }),
});
