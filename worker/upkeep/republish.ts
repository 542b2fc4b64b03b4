import { limits } from "@/platform/limits";
import { unrecordedEvents } from "@/platform/outbox";
import { addJob } from "@/platform/queues";
import { asksOf } from "../subscriptions";

/** A worker that starts may come after a long time in which none did: it looks back all the way. */
let withinMs: number = limits.outboxKeepMs;

/**
 * What was published and whose consumer has recorded nothing for a while is asked for again: the
 * queue's data may have been lost after the publication. Jobs that still wait keep their ids.
 */
export async function republishUnrecorded(): Promise<void> {
  let after: number | null = 0;
  while (after !== null) {
    const { events, next } = await unrecordedEvents({ withinMs, after });
    for (const event of events) for (const ask of asksOf(event)) await addJob(ask);
    after = next;
  }
  withinMs = limits.eventLogMs;
}
