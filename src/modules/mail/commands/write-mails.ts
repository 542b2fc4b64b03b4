import * as z from "zod";
import { command, commandIdSchema, once } from "@/platform/command";
import { envelopeSchema } from "@/platform/outbox";
import { writeCustomerMail } from "../steps/customer-mail";

/** Writes to customers what concerns them of an event; the same event twice writes once. */
export const writeMails = command(
  "mail.write",
  z.object({ commandId: commandIdSchema, event: envelopeSchema }),
  async (tx, { now }, { event }) => {
    if (!(await once(tx, "mail", event.id))) return { mails: 0 };
    return { mails: await writeCustomerMail(tx, event, now) };
  },
);
