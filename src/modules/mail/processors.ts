import { systemActor } from "@/platform/auth/actor";
import { isAppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { done, type Processor, processes } from "@/platform/queues";
import { forgetOriginalsOf } from "./commands/forget-mails";
import { quarantine, takeIn } from "./commands/take-in";
import { writeMails } from "./commands/write-mails";
import { forgetOriginals, takeInMail, writeToCustomers } from "./jobs";

/** A store or database that is away comes back: such a mail waits and is no riddle to anybody. */
const passes = (thrown: unknown) => isAppError(thrown) && thrown.rule.client === "retry";

const wordsOf = (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown));

export const mailProcessors: readonly Processor[] = [
  processes(takeInMail, async ({ rawMailId }, { attempt }) => {
    try {
      await takeIn(rawMailId, attempt);
    } catch (thrown) {
      if (passes(thrown) || attempt < limits.mailTriesMax) throw thrown;
      await quarantine(rawMailId, `It could not be taken in: ${wordsOf(thrown)}`);
    }
    return done();
  }),
  processes(writeToCustomers, async ({ event }) => {
    await writeMails.execute(systemActor, { commandId: newId(), event });
    return done();
  }),
  processes(forgetOriginals, async (about) => {
    await forgetOriginalsOf.execute(systemActor, { commandId: newId(), ...about });
    return done();
  }),
];
