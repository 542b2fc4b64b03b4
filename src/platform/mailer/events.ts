import * as z from "zod";
import { defineEvent } from "@/platform/outbox";

/** The mail server took a mail, or it will never take it: whoever looks at its message sees that. */
export const mailSettled = defineEvent({
  name: "mail.settled",
  version: 1,
  payload: z.object({
    mailId: z.uuid(),
    state: z.enum(["sent", "failed"]),
    recipient: z.string(),
    fault: z.string().nullable(),
    senderId: z.uuid().nullable(),
  }),
});

/** A mail lies in the table and waits to be sent. */
export const mailQueued = defineEvent({
  name: "mail.queued",
  version: 1,
  payload: z.object({ mailId: z.uuid(), bulk: z.boolean().default(false) }),
});
