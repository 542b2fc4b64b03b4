import * as z from "zod";
import { defineJob } from "@/platform/queues";

/** Sends one mail of the table; the job carries its id and nothing that it says. */
export const sendMail = defineJob({
  name: "mail.send",
  queue: "mail-out",
  payload: z.object({ mailId: z.uuid() }),
  id: ({ mailId }) => `mail-${mailId}`,
  timeoutMs: 60_000,
});
