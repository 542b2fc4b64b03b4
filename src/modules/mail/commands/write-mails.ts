import * as z from "zod";
import { command, commandIdSchema, once } from "@/platform/command";
import { envelopeSchema } from "@/platform/outbox";
import { writeCustomerMail } from "../steps/customer-mail";
import { writeSideMail } from "../steps/side-mail";

/** Writes to those outside what concerns them of an event; the same event twice writes once. */
export const writeMails = command(
  "mail.write",
  z.object({ commandId: commandIdSchema, event: envelopeSchema }),
  async (tx, { now }, { event }) => {
    if (!(await once(tx, "mail", event.id))) return { mails: 0 };
    const aside = await writeSideMail(tx, event, now);
    return { mails: aside + (await writeCustomerMail(tx, event, now)) };
  },
);
