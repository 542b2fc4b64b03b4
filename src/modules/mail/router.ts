import * as z from "zod";
import { router } from "@/trpc/init";
import { adminProcedure, agentProcedure, run } from "@/trpc/procedures";
import {
  blockSender,
  readAgain,
  restoreMail,
  trashMail,
  unblockSender,
} from "./commands/judge-mail";
import { saveMailbox, testMailbox } from "./commands/mailboxes";
import { blockedList, mailboxList, rawMailPage } from "./queries/admin-lists";
import { originalOfMail, originalOfMessage } from "./queries/originals";
import { mailPageSchema, testMailboxSchema } from "./schema";

const ofMail = z.object({ rawMailId: z.uuid() });
const ofMessage = z.object({ messageId: z.uuid() });

export const mailRouter = router({
  mailboxes: adminProcedure.query(() => mailboxList()),
  saveMailbox: adminProcedure.input(saveMailbox.schema).mutation(run(saveMailbox)),
  /** Opens a connection, and changes nothing. */
  testMailbox: adminProcedure.input(testMailboxSchema).mutation(({ input }) => testMailbox(input)),
  list: adminProcedure.input(mailPageSchema).query(({ input }) => rawMailPage(input)),
  original: adminProcedure.input(ofMail).query(({ input }) => originalOfMail(input.rawMailId)),
  originalOfMessage: agentProcedure
    .input(ofMessage)
    .query(({ ctx, input }) => originalOfMessage(ctx.actor, input.messageId)),
  readAgain: adminProcedure.input(readAgain.schema).mutation(run(readAgain)),
  trash: adminProcedure.input(trashMail.schema).mutation(run(trashMail)),
  restore: adminProcedure.input(restoreMail.schema).mutation(run(restoreMail)),
  blocked: adminProcedure.query(() => blockedList()),
  block: adminProcedure.input(blockSender.schema).mutation(run(blockSender)),
  unblock: adminProcedure.input(unblockSender.schema).mutation(run(unblockSender)),
});
