import { actorById } from "@/modules/identity";
import { newId } from "@/platform/ids";
import { cancelled, done, type Processor, processes } from "@/platform/queues";
import { bulkBatch } from "./commands/run";
import { runBulk } from "./jobs";
import { actionAskedBy } from "./queries/actions";

export const bulkProcessors: readonly Processor[] = [
  processes(runBulk, async ({ actionId }, { signal }) => {
    const askedBy = await actionAskedBy(actionId);
    const actor = askedBy === null ? null : await actorById(askedBy);
    if (actor === null) return cancelled("it has ended, or who asked for it is gone");
    for (;;) {
      signal.throwIfAborted();
      const { finished } = await bulkBatch.execute(actor, { commandId: newId(), actionId });
      if (finished) return done();
    }
  }),
];
