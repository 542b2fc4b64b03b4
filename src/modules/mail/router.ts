import * as z from "zod";
import { router } from "@/trpc/init";
import { adminProcedure, agentProcedure, run } from "@/trpc/procedures";
import { chooseMail } from "./commands/choose-mailbox";
import { forwardMessage } from "./commands/forward";
import {
  blockSender,
  readAgain,
  restoreMail,
  trashMail,
  unblockSender,
} from "./commands/judge-mail";
import { saveMailbox, testMailbox } from "./commands/mailboxes";
import { saveTemplate } from "./commands/save-template";
import { sendMailAgain } from "./commands/send-again";
import { makeKey, makeKeySchema, switchKey } from "./commands/signing";
import { blockedList, mailboxList, rawMailPage } from "./queries/admin-lists";
import { choicesInput, mailChoices } from "./queries/mail-choices";
import { messageMails, statesInput } from "./queries/message-mails";
import { originalOfMail, originalOfMessage } from "./queries/originals";
import { signingInput, signingOf } from "./queries/signing";
import {
  previewInput,
  previewTemplate,
  templateList,
  templateVersions,
  versionsInput,
} from "./queries/templates";
import { blockedPageSchema, mailPageSchema, testMailboxSchema } from "./schema";

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
  blocked: adminProcedure.input(blockedPageSchema).query(({ input }) => blockedList(input)),
  block: adminProcedure.input(blockSender.schema).mutation(run(blockSender)),
  unblock: adminProcedure.input(unblockSender.schema).mutation(run(unblockSender)),
});

/** Mails that go out of tickets. */
export const mailsRouter = router({
  states: agentProcedure.input(statesInput).query(({ input }) => messageMails(input)),
  sendAgain: agentProcedure.input(sendMailAgain.schema).mutation(run(sendMailAgain)),
  choices: agentProcedure
    .input(choicesInput)
    .query(({ ctx, input }) => mailChoices(ctx.actor, input)),
  choose: agentProcedure.input(chooseMail.schema).mutation(run(chooseMail)),
  forward: agentProcedure.input(forwardMessage.schema).mutation(run(forwardMessage)),
});

/** What letters say, in each language. */
export const templatesRouter = router({
  list: adminProcedure.query(() => templateList()),
  preview: adminProcedure.input(previewInput).query(({ input }) => previewTemplate(input)),
  versions: adminProcedure.input(versionsInput).query(({ input }) => templateVersions(input)),
  save: adminProcedure.input(saveTemplate.schema).mutation(run(saveTemplate)),
});

/** What signs the mails of a domain. */
export const signingRouter = router({
  get: adminProcedure.input(signingInput).query(({ input }) => signingOf(input)),
  make: adminProcedure.input(makeKeySchema).mutation(({ ctx, input }) => makeKey(ctx.actor, input)),
  switch: adminProcedure.input(switchKey.schema).mutation(run(switchKey)),
});
