import { EnvironmentError } from "@/platform/env";
import type { QueueName } from "@/platform/queues";
import { isQueueName } from "@/platform/queues";

/**
 * The queues that a worker was told to run; all of them when it was told none.
 * @throws EnvironmentError that names each queue that does not exist.
 */
export function queuesToRun(asked: readonly string[], known: readonly string[]): QueueName[] {
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new EnvironmentError([
      `WORKER_QUEUES: there is no queue ${unknown.join(", ")}; there are ${known.join(", ")}`,
    ]);
  return (asked.length === 0 ? known : asked).filter(isQueueName);
}
