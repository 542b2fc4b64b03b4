import * as z from "zod";
import { defineEvent } from "@/platform/outbox";

/** Somebody wants a copy of their data. */
export const exportRequested = defineEvent({
  name: "privacy.export_requested",
  version: 1,
  payload: z.object({ exportId: z.uuid() }),
});
