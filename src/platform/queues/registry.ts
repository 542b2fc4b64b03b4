/** How a queue runs; the founding document's three with its numbers, ours beside them. */
export type QueueRule = {
  /** Jobs at once in one worker process. */
  concurrency: number;
  limiter?: { max: number; durationMs: number };
  attemptsMax: number;
  backoffMsMin: number;
  backoffMsMax: number;
  /** The order in which backlogs matter: 1 before 2 before 3. */
  priority: 1 | 2 | 3;
  replicasMin: number;
  replicasMax: number;
  scaleOnWaiting: number;
  does: string;
};

const ours = {
  attemptsMax: 8,
  backoffMsMin: 1_000,
  backoffMsMax: 30_000,
  replicasMin: 1,
  replicasMax: 3,
  scaleOnWaiting: 500,
} as const;

export const queues = {
  "sla-checks": {
    ...ours,
    concurrency: 10,
    limiter: { max: 100, durationMs: 1_000 },
    priority: 1,
    replicasMin: 2,
    replicasMax: 5,
    scaleOnWaiting: 100,
    does: "Says when a promise is at risk or broken.",
  },
  notifications: {
    ...ours,
    concurrency: 20,
    limiter: { max: 50, durationMs: 1_000 },
    priority: 2,
    replicasMin: 2,
    replicasMax: 8,
    scaleOnWaiting: 500,
    does: "Decides who is told of what, and how.",
  },
  analytics: {
    ...ours,
    concurrency: 5,
    priority: 3,
    replicasMin: 1,
    replicasMax: 3,
    scaleOnWaiting: 2_000,
    does: "Rolls figures up.",
  },
  "mail-in": {
    ...ours,
    concurrency: 2,
    priority: 1,
    does: "Reads what came by mail and makes tickets and replies of it.",
  },
  "mail-out": {
    ...ours,
    concurrency: 10,
    priority: 1,
    attemptsMax: 20,
    backoffMsMax: 600_000,
    does: "Sends mail: all SMTP goes through here.",
  },
  bulk: {
    ...ours,
    concurrency: 2,
    priority: 3,
    does: "Changes many tickets at once, batch by batch.",
  },
  webhooks: {
    ...ours,
    concurrency: 10,
    priority: 3,
    // The times between attempts are the delivery's own; these are for a database that is away.
    attemptsMax: 500,
    backoffMsMax: 600_000,
    does: "Tells other systems what happened here.",
  },
  upkeep: {
    ...ours,
    concurrency: 2,
    priority: 3,
    does: "Partitions ahead, lifetimes, held replies, what was lost between store and queue.",
  },
} as const satisfies Record<string, QueueRule>;

export type QueueName = keyof typeof queues;

/** The founding backoff: doubled with each attempt, up to its bound. */
export function backoffMs(rule: QueueRule, attemptsMade: number): number {
  return Math.min(rule.backoffMsMin * 2 ** attemptsMade, rule.backoffMsMax);
}

export function isQueueName(name: string): name is QueueName {
  return name in queues;
}
