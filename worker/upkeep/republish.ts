import { limits } from "@/platform/limits";
import { type Recorder, unrecordedEvents } from "@/platform/outbox";
import { addJob, type QueueName } from "@/platform/queues";
import { asksOf } from "../subscriptions";

/** Who records what of each event was done, under which name, and where their jobs lie. */
const recorders: readonly (Recorder & { queue: QueueName })[] = [
  {
    consumer: "notifications",
    queue: "notifications",
    events: [
      "ticket.created",
      "message.added",
      "conversations.mentioned",
      "side.spoken",
      "mail.undelivered",
      "sla.atRisk",
      "sla.breached",
    ],
  },
  {
    consumer: "notifications",
    queue: "notifications",
    events: ["ticket.updated"],
    fields: ["assigneeId", "teamId"],
  },
  {
    consumer: "notifications-operators",
    queue: "notifications",
    events: ["incident.opened", "incident.worsened", "incident.resolved"],
  },
  {
    consumer: "mail",
    queue: "notifications",
    events: ["ticket.created", "message.added", "ticket.merged", "side.spoken"],
  },
  {
    consumer: "knowledge",
    queue: "notifications",
    events: ["knowledge.page_changed", "knowledge.categories_changed"],
  },
  { consumer: "scrub", queue: "upkeep", events: ["words.removed"] },
  { consumer: "notifications-forget", queue: "notifications", events: ["words.removed"] },
  { consumer: "bulk-forget", queue: "bulk", events: ["words.removed"] },
  { consumer: "webhooks-withdraw", queue: "webhooks", events: ["words.removed"] },
  { consumer: "identity", queue: "upkeep", events: ["identity.access_changed"] },
  { consumer: "mail-forget", queue: "mail-in", events: ["words.removed"] },
  {
    consumer: "sla",
    queue: "sla-checks",
    events: ["ticket.created", "ticket.updated", "message.added"],
  },
];

const queuesOf = (consumers: readonly string[]) =>
  recorders.filter(({ consumer }) => consumers.includes(consumer)).map(({ queue }) => queue);

/** A worker that starts may come after a long time in which none did: it looks back all the way. */
let withinMs: number = limits.outboxKeepMs;

/**
 * What was published and whose consumer has recorded nothing for a while is asked for again: the
 * queue's data may have been lost after the publication. Jobs that still wait keep their ids.
 */
export async function republishUnrecorded(): Promise<void> {
  let after: number | null = 0;
  while (after !== null) {
    const { events, next } = await unrecordedEvents({ recorders, withinMs, after });
    for (const { event, missing } of events) {
      const queues = queuesOf(missing);
      for (const ask of asksOf(event)) if (queues.includes(ask.queue)) await addJob(ask);
    }
    after = next;
  }
  withinMs = limits.eventLogMs;
}
