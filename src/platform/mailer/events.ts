import * as z from "zod";
import { defineEvent } from "@/platform/outbox";

/** A mail lies in the table and waits to be sent. */
export const mailQueued = defineEvent({
  name: "mail.queued",
  version: 1,
  payload: z.object({ mailId: z.uuid(), bulk: z.boolean().default(false) }),
});
