import * as z from "zod";
import { defineEvent } from "@/platform/outbox";

/** A mail lies in the table as it came, or is to be looked at once more. */
export const mailArrived = defineEvent({
  name: "mail.arrived",
  version: 1,
  payload: z.object({ rawMailId: z.uuid(), round: z.int().positive() }),
});
