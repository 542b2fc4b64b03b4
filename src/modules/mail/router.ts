import { router } from "@/trpc/init";
import { adminProcedure, agentProcedure, run } from "@/trpc/procedures";
import { chooseMail } from "./commands/choose-mailbox";
import { forwardMessage } from "./commands/forward";
import { saveTemplate } from "./commands/save-template";
import { sendMailAgain } from "./commands/send-again";
import { makeKey, switchKey } from "./commands/signing";
import { choicesInput, mailChoices } from "./queries/mail-choices";
import { messageMails, statesInput } from "./queries/message-mails";
import { signingInput, signingOf } from "./queries/signing";
import {
  previewInput,
  previewTemplate,
  templateList,
  templateVersions,
  versionsInput,
} from "./queries/templates";

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
  make: adminProcedure.input(makeKey.schema).mutation(run(makeKey)),
  switch: adminProcedure.input(switchKey.schema).mutation(run(switchKey)),
});
