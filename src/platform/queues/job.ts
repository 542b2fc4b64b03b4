import * as z from "zod";
import { AppError } from "@/platform/errors";
import { type Envelope, readPayload, type Versioned } from "@/platform/outbox";
import type { QueueName } from "./registry";

/** How a processor ends when it does not throw; a throw is retried with the queue's backoff. */
export type JobOutcome =
  | { outcome: "done" }
  | { outcome: "cancelled"; reason: string }
  | { outcome: "snoozed"; untilMs: number };

export const done = (): JobOutcome => ({ outcome: "done" });
export const cancelled = (reason: string): JobOutcome => ({ outcome: "cancelled", reason });
export const snoozed = (untilMs: number): JobOutcome => ({ outcome: "snoozed", untilMs });

/** What is asked to be done later: light enough for every process to import. */
export type JobType<Payload> = Versioned<Payload> & {
  name: string;
  queue: QueueName;
  /** Two asks with one id are one job. Never contains a colon: the queue forbids it. */
  id: (payload: Payload) => string;
  timeoutMs: number;
  /** Within its queue: those without one go first, then 1 before 2. */
  priority?: number;
};

export function defineJob<Payload>(
  job: Omit<JobType<Payload>, "version" | "timeoutMs"> & { version?: number; timeoutMs?: number },
): JobType<Payload> {
  return { version: 1, timeoutMs: 30_000, ...job };
}

/** A job as it lies in the queue. */
export const jobDataSchema = z.object({
  version: z.int().positive(),
  requestId: z.string().nullable(),
  payload: z.unknown(),
});
export type JobData = z.output<typeof jobDataSchema>;

/** What a processor is told besides the payload. */
export type JobContext = { requestId: string | null; attempt: number; signal: AbortSignal };

/** A job bound to the code that does it. */
export type Processor = Pick<JobType<unknown>, "name" | "queue" | "version" | "timeoutMs"> & {
  /** Whether what lies in the queue can be done here. */
  reads: (data: Pick<JobData, "version" | "payload">) => boolean;
  /** `version`: that in which the payload was written; the newest when left out. */
  run: (payload: unknown, context: JobContext, version?: number) => Promise<JobOutcome>;
};

/** Binds a job to the code that does it; only the worker runs it. */
export function processes<Payload>(
  job: JobType<Payload>,
  run: (payload: Payload, context: JobContext) => Promise<JobOutcome>,
): Processor {
  const { name, queue, version, timeoutMs } = job;
  return {
    name,
    queue,
    version,
    timeoutMs,
    reads: (data) => readPayload(job, data).success,
    run: (payload, context, written = version) => {
      const read = readPayload(job, { version: written, payload });
      if (read.success) return run(read.data, context);
      const detail = { job: name, version: written };
      throw new AppError("job_version_unknown", { cause: read.error, detail });
    },
  };
}

/** One line of `worker/subscriptions.ts`: what is asked for when an event has happened. */
export type Subscription = { event: string; ask: (event: Envelope) => Ask | null };
export type Ask = {
  queue: QueueName;
  name: string;
  id: string;
  data: JobData;
  delayMs?: number;
  /** Stands back, in its queue, behind everything that somebody waits for. */
  isBulk?: boolean;
  priority?: number;
};

/** An ask to be added to its queue. */
export function ask<Payload>(
  job: JobType<Payload>,
  payload: Payload,
  about: { requestId?: string | null; delayMs?: number; isBulk?: boolean } = {},
): Ask {
  return {
    queue: job.queue,
    name: job.name,
    id: job.id(payload),
    data: { version: job.version, requestId: about.requestId ?? null, payload },
    ...(about.delayMs === undefined ? {} : { delayMs: about.delayMs }),
    ...(about.isBulk === true ? { isBulk: true } : {}),
    ...(job.priority === undefined ? {} : { priority: job.priority }),
  };
}
