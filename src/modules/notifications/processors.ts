import { systemActor } from "@/platform/auth/actor";
import { newId } from "@/platform/ids";
import { done, type Processor, processes } from "@/platform/queues";
import { decideNotice, decideNotifications } from "./commands/decide";
import { forgetQuotes } from "./commands/forget-quotes";
import { forgetWords, notify, notifyOf } from "./jobs";

export const notificationProcessors: readonly Processor[] = [
  processes(notify, async ({ event }) => {
    await decideNotifications.execute(systemActor, { commandId: event.id, event });
    return done();
  }),
  processes(notifyOf, async ({ event, notice }) => {
    await decideNotice.execute(systemActor, { commandId: event.id, event, notice });
    return done();
  }),
  processes(forgetWords, async (about) => {
    await forgetQuotes.execute(systemActor, { commandId: newId(), ...about });
    return done();
  }),
];
