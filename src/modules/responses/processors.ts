import { actorById } from "@/modules/identity";
import { systemActor } from "@/platform/auth/actor";
import { newId } from "@/platform/ids";
import { done, type Processor, processes } from "@/platform/queues";
import { followRenamedTag } from "./commands/follow-tag";
import { followTag } from "./jobs";

export const responseProcessors: readonly Processor[] = [
  processes(followTag, async ({ name, becomes, byId }) => {
    const actor = (await actorById(byId)) ?? systemActor;
    await followRenamedTag.execute(actor, { commandId: newId(), name, becomes });
    return done();
  }),
];
