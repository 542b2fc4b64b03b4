import { systemActor } from "@/platform/auth/actor";
import { done, type Processor, processes } from "@/platform/queues";
import { applyAccess } from "./commands/apply-access";
import { noteAccessApplied } from "./commands/note-access-applied";
import { applyAccessChange } from "./jobs";

export const identityProcessors: readonly Processor[] = [
  processes(applyAccessChange, async ({ userId, eventId }) => {
    await applyAccess(userId);
    await noteAccessApplied.execute(systemActor, { commandId: eventId, eventId });
    return done();
  }),
];
