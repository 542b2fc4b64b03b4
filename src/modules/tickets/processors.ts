import { actorById } from "@/modules/identity";
import { systemActor } from "@/platform/auth/actor";
import { nowMs } from "@/platform/clock";
import type { Command } from "@/platform/command";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { cancelled, done, type Processor, processes, snoozed } from "@/platform/queues";
import { closeResolved } from "./commands/close-resolved";
import { handOverBatch } from "./commands/hand-over";
import { sweepTickets } from "./commands/sweep";
import { wakeTickets } from "./commands/wake-snoozed";
import { closeOld, handOver, sweepAway, wakeSnoozed } from "./jobs";
import { handoverAskedBy } from "./queries/handover";

/** Goes on in bounded batches for as long as they are full. */
async function inBatches<Result extends Record<string, number>>(
  batch: Command<{ commandId: string }, Result>,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    const changed = await batch.execute(systemActor, { commandId: newId() });
    const isLast = Object.values(changed).every((count) => count < limits.ticketsPerSweepMax);
    if (isLast || signal.aborted) return;
  }
}

export const ticketProcessors: readonly Processor[] = [
  processes(closeOld, async (_, { signal }) => {
    await inBatches(closeResolved, signal);
    return done();
  }),
  processes(wakeSnoozed, async (_, { signal }) => {
    await inBatches(wakeTickets, signal);
    return done();
  }),
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
