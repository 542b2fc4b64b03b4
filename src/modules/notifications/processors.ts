import { copiesAreGone } from "@/modules/conversations";
import { systemActor } from "@/platform/auth/actor";
import { nowMs } from "@/platform/clock";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { done, type Processor, processes, snoozed } from "@/platform/queues";
import { decideNotice, decideNotifications } from "./commands/decide";
import { forgetQuotes } from "./commands/forget-quotes";
import { tellAllOperators } from "./commands/tell-operators";
import { forgetWords, notify, notifyOf, tellOperators } from "./jobs";

export const notificationProcessors: readonly Processor[] = [
  processes(notify, async ({ event }) => {
    await decideNotifications.execute(systemActor, { commandId: event.id, event });
    return done();
  }),
  processes(notifyOf, async ({ event, notice }) => {
    await decideNotice.execute(systemActor, { commandId: event.id, event, notice });
    return done();
  }),
  processes(tellOperators, async (about) => {
    await tellAllOperators.execute(systemActor, { commandId: about.eventId, ...about });
    return done();
  }),
  processes(forgetWords, async (about) => {
    // Until then a job may still write down what it was given to say.
    if (!(await copiesAreGone(about.eventId))) return snoozed(nowMs() + limits.scrubAgainMs);
    await forgetQuotes.execute(systemActor, { commandId: newId(), ...about });
    return done();
  }),
];
