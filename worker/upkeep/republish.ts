import { unrecordedEvents } from "@/platform/outbox";
import { addJob } from "@/platform/queues";
import { asksOf } from "../subscriptions";

/**
 * What was published and whose consumer has recorded nothing for a while is asked for again: the
 * queue's data may have been lost after the publication. Jobs that still wait keep their ids.
 */
export async function republishUnrecorded(): Promise<void> {
  for (const event of await unrecordedEvents()) for (const ask of asksOf(event)) await addJob(ask);
}
