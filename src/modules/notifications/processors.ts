import { systemActor } from "@/platform/auth/actor";
import { done, type Processor, processes } from "@/platform/queues";
import { decideNotifications } from "./commands/decide";
import { notify } from "./jobs";

export const notificationProcessors: readonly Processor[] = [
  processes(notify, async ({ event }) => {
    await decideNotifications.execute(systemActor, { commandId: event.id, event });
    return done();
  }),
];
