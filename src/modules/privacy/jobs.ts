import * as z from "zod";
import { defineJob } from "@/platform/queues";

/** Makes a copy of somebody's data and tells them that it is there. */
export const makeExport = defineJob({
  name: "privacy.makeExport",
  queue: "bulk",
  payload: z.object({ exportId: z.uuid() }),
  id: ({ exportId }) => `export-${exportId}`,
  timeoutMs: 10 * 60_000,
});
