import { actorById } from "@/modules/identity";
import { systemActor } from "@/platform/auth/actor";
import { nowMs } from "@/platform/clock";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { done, type Processor, processes, snoozed } from "@/platform/queues";
import { sweepTickets } from "./commands/sweep";
import { sweepAway } from "./jobs";

export const ticketProcessors: readonly Processor[] = [
  processes(sweepAway, async ({ about, byId }, { signal }) => {
    const actor = (await actorById(byId)) ?? systemActor;
    // The rest is done in a next run, so that no run is long.
    for (let batch = 0; batch < limits.sweepBatchesMax && !signal.aborted; batch++) {
      const { left } = await sweepTickets.execute(actor, { commandId: newId(), about });
      if (!left) return done();
    }
    return snoozed(nowMs());
  }),
];
