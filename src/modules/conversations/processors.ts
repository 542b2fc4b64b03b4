import { actorById } from "@/modules/identity";
import { isAppError } from "@/platform/errors";
import { cancelled, done, type Processor, processes, snoozed } from "@/platform/queues";
import { releaseMessage } from "./commands/release";
import { releaseHeld } from "./jobs";

export const conversationProcessors: readonly Processor[] = [
  processes(releaseHeld, async ({ ticketId, messageId, authorId }) => {
    const author = await actorById(authorId);
    if (author === null) return cancelled("the author is gone");
    try {
      // The message's id is the command's too: whoever releases it, it is released once.
      await releaseMessage.execute(author, { commandId: messageId, ticketId, messageId });
      return done();
    } catch (thrown) {
      const early = isAppError(thrown) && thrown.code === "send_not_due" && thrown.detail.untilMs;
      if (typeof early === "number") return snoozed(early);
      throw thrown;
    }
  }),
];
