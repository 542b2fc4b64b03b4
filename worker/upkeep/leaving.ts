import { leavingNow } from "@/modules/fields";
import { sweepAway } from "@/modules/tickets";
import { systemActor } from "@/platform/auth/actor";
import { addJob, ask } from "@/platform/queues";

/** What leaves all tickets goes on where the queue lost its job; one that is there keeps its id. */
export async function goOnLeaving(): Promise<void> {
  for (const { sinceMs, ...about } of await leavingNow())
    await addJob(ask(sweepAway, { about, byId: systemActor.id, sinceMs }));
}
