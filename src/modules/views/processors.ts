import { actorById } from "@/modules/identity";
import { systemActor } from "@/platform/auth/actor";
import { newId } from "@/platform/ids";
import { done, type Processor, processes } from "@/platform/queues";
import { followTagInViews } from "./commands/follow-tag";
import { viewsFollowTag } from "./jobs";

export const viewProcessors: readonly Processor[] = [
  processes(viewsFollowTag, async ({ name, becomes, byId }) => {
    const actor = (await actorById(byId)) ?? systemActor;
    await followTagInViews.execute(actor, { commandId: newId(), name, becomes });
    return done();
  }),
];
