import { actorById } from "@/modules/identity";
import { systemActor } from "@/platform/auth/actor";
import { nowMs } from "@/platform/clock";
import { isAppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { scrubLiveLog } from "@/platform/outbox";
import { cancelled, done, type Processor, processes, scrubJobs, snoozed } from "@/platform/queues";
import { answerIncident } from "./commands/answer-incident";
import { scrubbed } from "./commands/redact";
import { releaseMessage } from "./commands/release";
import { carryAnswer, releaseHeld, scrubCopies } from "./jobs";
import { waitingIncidents } from "./queries/incidents";

/** Batch after batch, each ticket in its own transaction, until all have their answer. */
export async function carry(answerId: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const waiting = await waitingIncidents(answerId);
    if (waiting === null) return;
    const author = (await actorById(waiting.authorId)) ?? systemActor;
    for (const commandId of waiting.rowIds) {
      signal.throwIfAborted();
      await answerIncident.execute(author, { commandId });
    }
  }
}

export const conversationProcessors: readonly Processor[] = [
  processes(scrubCopies, async ({ eventId, ticketIds }) => {
    await scrubLiveLog(ticketIds);
    const { running } = await scrubJobs(ticketIds);
    // What runs keeps its event when it is done, and may just be writing down what was said in it.
    if (running > 0) return snoozed(nowMs() + limits.scrubAgainMs);
    await scrubbed.execute(systemActor, { commandId: newId(), eventId });
    return done();
  }),
  processes(carryAnswer, async ({ answerId }, { signal }) => {
    await carry(answerId, signal);
    return done();
  }),
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
