import { actorById } from "@/modules/identity";
import { systemActor } from "@/platform/auth/actor";
import { nowMs } from "@/platform/clock";
import { newId } from "@/platform/ids";
import { done, type Processor, processes, snoozed } from "@/platform/queues";
import { sweepTickets } from "./commands/sweep";
import { sweepAway } from "./jobs";

/** Batches of one run; the rest is done in a next one, so that no run is long. */
const batchesMax = 20;

export const ticketProcessors: readonly Processor[] = [
  processes(sweepAway, async ({ about, byId }, { signal }) => {
    const actor = (await actorById(byId)) ?? systemActor;
    for (let batch = 0; batch < batchesMax && !signal.aborted; batch++) {
      const { left } = await sweepTickets.execute(actor, { commandId: newId(), about });
      if (!left) return done();
    }
    return snoozed(nowMs());
  }),
];
