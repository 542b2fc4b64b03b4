import * as z from "zod";
import { ticketForUpdate } from "@/modules/tickets";
import { command, commandIdSchema } from "@/platform/command";
import { AppError } from "@/platform/errors";
import { sendAgain } from "@/platform/mailer";

const schema = z.object({ commandId: commandIdSchema, ticketId: z.uuid(), mailId: z.uuid() });

/** Tries a mail again that was not delivered; it keeps its Message-ID, so nobody gets it twice. */
export const sendMailAgain = command(
  "mails.sendAgain",
  schema,
  async (tx, { actor, now }, { ticketId, mailId }) => {
    await ticketForUpdate(tx, actor, ticketId);
    if (!(await sendAgain(tx, { mailId, ticketId, at: now }))) throw new AppError("mail_settled");
    return { mailId };
  },
);
