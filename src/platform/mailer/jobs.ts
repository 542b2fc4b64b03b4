import * as z from "zod";
import { defineJob } from "@/platform/queues";

/** Sends one mail of the table; the job carries its id and nothing that it says. */
export const sendMail = defineJob({
  name: "mail.send",
  queue: "mail-out",
  payload: z.object({ mailId: z.uuid(), againAtMs: z.int().optional() }),
  // A mail that failed for good and is tried again is another job: the queue keeps the first.
  id: ({ mailId, againAtMs }) => `mail-${mailId}${againAtMs === undefined ? "" : `-${againAtMs}`}`,
  timeoutMs: 60_000,
});
