import { actorById } from "@/modules/identity";
import { cancelled, done, type Processor, processes } from "@/platform/queues";
import { workOn } from "./commands/work";
import { runBulk } from "./jobs";
import { runningAction } from "./queries/actions";

export const bulkProcessors: readonly Processor[] = [
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
