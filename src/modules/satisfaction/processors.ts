import { systemActor } from "@/platform/auth/actor";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { done, type Processor, processes } from "@/platform/queues";
import { askForRatings } from "./commands/ask";
import { askRatings } from "./jobs";

export const satisfactionProcessors: readonly Processor[] = [
  processes(askRatings, async (_, { signal }) => {
    for (;;) {
      const { asked } = await askForRatings.execute(systemActor, { commandId: newId() });
      if (asked < limits.ratingAskRows || signal.aborted) return done();
    }
  }),
];
