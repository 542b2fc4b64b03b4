import { systemActor } from "@/platform/auth/actor";
import type { Command } from "@/platform/command";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { done, type Processor, processes } from "@/platform/queues";
import { closeResolved } from "./commands/close-resolved";
import { wakeTickets } from "./commands/wake-snoozed";
import { closeOld, wakeSnoozed } from "./jobs";

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
];
