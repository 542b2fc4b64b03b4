import { systemActor } from "@/platform/auth/actor";
import { newId } from "@/platform/ids";
import { done, type Processor, processes } from "@/platform/queues";
import { decideNotifications } from "./commands/decide";
import { forgetQuotes } from "./commands/forget-quotes";
import { forgetWords, notify } from "./jobs";

export const notificationProcessors: readonly Processor[] = [
  processes(notify, async ({ event }) => {
    await decideNotifications.execute(systemActor, { commandId: event.id, event });
    return done();
  }),
  processes(forgetWords, async (about) => {
    await forgetQuotes.execute(systemActor, { commandId: newId(), ...about });
    return done();
  }),
];
