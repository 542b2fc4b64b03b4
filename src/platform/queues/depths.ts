import { nowMs } from "@/platform/clock";
import { gauge } from "@/platform/telemetry";
import { queueOf } from "./producer";
import { type QueueName, queues } from "./registry";

export type QueueDepth = {
  queue: QueueName;
  /** What could run now: waiting and prioritised, never what waits for its time. */
  waiting: number;
  active: number;
  delayed: number;
  failed: number;
  paused: boolean;
  /** How long the job that is next has waited, in milliseconds; null when none waits. */
  oldestMs: number | null;
};

const isQueue = (name: string): name is QueueName => name in queues;
export const queueNames: readonly QueueName[] = Object.keys(queues).filter(isQueue);

/** How full a queue is. */
export async function depthOf(name: QueueName): Promise<QueueDepth> {
  const queue = queueOf(name);
  const counts = await queue.getJobCounts("wait", "prioritized", "active", "delayed", "failed");
  const [oldest] = await queue.getJobs(["wait", "prioritized"], 0, 0, true);
  return {
    queue: name,
    waiting: (counts.wait ?? 0) + (counts.prioritized ?? 0),
    active: counts.active ?? 0,
    delayed: counts.delayed ?? 0,
    failed: counts.failed ?? 0,
    paused: await queue.isPaused(),
    oldestMs: oldest === undefined ? null : Math.max(0, nowMs() - oldest.timestamp - oldest.delay),
  };
}

/** Every worker tells how full the queues are, whichever it works on itself. */
export function measureQueues(): void {
  const all = () => Promise.all(queueNames.map(depthOf));
  gauge({
    name: "insightdesk_queue_jobs",
    help: "Jobs of a queue by state; waiting counts what could run now.",
    labels: ["queue", "state"],
    read: async () =>
      (await all()).flatMap(({ queue, waiting, active, delayed, failed }) =>
        Object.entries({ waiting, active, delayed, failed }).map(([state, value]) => ({
          labels: { queue, state },
          value,
        })),
      ),
  });
  gauge({
    name: "insightdesk_queue_oldest_ms",
    help: "How long the next job of a queue has waited.",
    labels: ["queue"],
    read: async () =>
      (await all()).map(({ queue, oldestMs }) => ({ labels: { queue }, value: oldestMs ?? 0 })),
  });
}
