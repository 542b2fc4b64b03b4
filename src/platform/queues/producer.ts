import { Queue } from "bullmq";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { processShared } from "@/platform/process";
import { connectValkey, queuePrefix, type ValkeyClient } from "@/platform/valkey";
import type { Ask } from "./job";
import { type QueueName, queues } from "./registry";

type Kept = { queue: Queue; connection: ValkeyClient };
const kept = () => processShared("queues", () => new Map<QueueName, Kept>());

/** The queue as its producers hold it: a store that is away refuses at once. */
export function queueOf(name: QueueName): Queue {
  const known = kept().get(name);
  if (known !== undefined) return known.queue;
  const options = { enableOfflineQueue: false, commandTimeout: 5_000 };
  const connection = connectValkey("queue", options);
  const queue = new Queue(name, {
    prefix: queuePrefix(),
    connection,
    defaultJobOptions: {
      attempts: queues[name].attemptsMax,
      backoff: { type: "custom" },
      removeOnComplete: { count: limits.jobsKeptDoneMax },
      removeOnFail: { count: limits.jobsKeptFailedMax },
    },
  });
  queue.on("error", (error) => log().debug({ queue: name, err: error }, "the queue broke"));
  kept().set(name, { queue, connection });
  return queue;
}

/** Jobs without a number run before all that have one, in the order of their coming. */
const bulkPriority = 10;

/** Adds what is asked for; the same id again adds nothing. */
export async function addJob(ask: Ask): Promise<void> {
  await queueOf(ask.queue).add(ask.name, ask.data, {
    jobId: ask.id,
    ...(ask.delayMs === undefined ? {} : { delay: Math.max(0, ask.delayMs) }),
    ...(ask.priority === undefined ? {} : { priority: ask.priority }),
    ...(ask.isBulk === true ? { priority: bulkPriority } : {}),
  });
}

export async function closeQueues(): Promise<void> {
  const all = [...kept().values()];
  kept().clear();
  await Promise.all(all.map(({ queue }) => queue.close()));
  // A connection that a queue was given is not its own to end: a script would never be over.
  for (const { connection } of all) connection.disconnect();
}
