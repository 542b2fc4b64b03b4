import { carryAnswer, unfinishedAnswers } from "@/modules/conversations";
import { closeOld, somethingCloses, somethingWakes, wakeSnoozed } from "@/modules/tickets";
import { now, nowMs } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { addJob, ask } from "@/platform/queues";

const slotOf = (everyMs: number) => ({ slot: Math.floor(nowMs() / everyMs) });

/** Resolved tickets close by themselves; the rows are the truth, the queue only does the work. */
export async function closeResolvedTickets(): Promise<void> {
  if (await somethingCloses(now())) await addJob(ask(closeOld, slotOf(limits.ticketSweepMs)));
}

/** Snoozed tickets come back, though the queue may have lost everything it held. */
export async function wakeSnoozedTickets(): Promise<void> {
  if (await somethingWakes(now())) await addJob(ask(wakeSnoozed, slotOf(limits.wakeSweepMs)));
}

/** An answer that has not reached all incidents, though its job may be lost, is carried on. */
export async function carryUnfinishedAnswers(): Promise<void> {
  const { slot } = slotOf(limits.ticketSweepMs);
  for (const answerId of await unfinishedAnswers()) {
    const again = ask(carryAnswer, { answerId });
    await addJob({ ...again, id: `${again.id}-again-${slot}` });
  }
}
