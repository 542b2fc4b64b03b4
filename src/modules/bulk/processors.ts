import { actorById } from "@/modules/identity";
import { systemActor } from "@/platform/auth/actor";
import { newId } from "@/platform/ids";
import { cancelled, done, type Processor, processes } from "@/platform/queues";
import { forgetFields } from "./commands/forget-fields";
import { workOn } from "./commands/work";
import { forgetBefore, runBulk } from "./jobs";
import { runningAction } from "./queries/actions";

export const bulkProcessors: readonly Processor[] = [
  processes(forgetBefore, async (about) => {
    await forgetFields.execute(systemActor, { commandId: newId(), ...about });
    return done();
  }),
  processes(runBulk, async ({ actionId }, { signal }) => {
    const action = await runningAction(actionId);
    const actor = action === null ? null : await actorById(action.askedBy);
    if (action === null || actor === null)
      return cancelled("it has ended, or who asked for it is gone");
    for (;;) {
      signal.throwIfAborted();
      const { finished } = await workOn(actor, { actionId, deed: action.deed });
      if (finished) return done();
    }
  }),
];
