import { actorById } from "@/modules/identity";
import { newId } from "@/platform/ids";
import { cancelled, done, type Processor, processes } from "@/platform/queues";
import { handOverBatch } from "./commands/hand-over";
import { handOver } from "./jobs";
import { handoverAskedBy } from "./queries/handover";

export const ticketProcessors: readonly Processor[] = [
  processes(handOver, async ({ handoverId }, { signal }) => {
    const askedBy = await handoverAskedBy(handoverId);
    if (askedBy === null) return cancelled("it has ended");
    const actor = await actorById(askedBy);
    if (actor === null) return cancelled("who asked for it is gone");
    for (;;) {
      signal.throwIfAborted();
      const { finished } = await handOverBatch.execute(actor, { commandId: newId(), handoverId });
      if (finished) return done();
    }
  }),
];
