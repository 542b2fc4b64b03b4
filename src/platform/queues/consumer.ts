import { DelayedError, type Job, UnrecoverableError, Worker } from "bullmq";
import { monotonicMs, nowMs } from "@/platform/clock";
import { isAppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { withRequestContext } from "@/platform/process";
import { recordOperation, registerOperations } from "@/platform/telemetry";
import { followingSpan } from "@/platform/tracing";
import { connectValkey, queuePrefix } from "@/platform/valkey";
import { type JobData, type JobOutcome, jobDataSchema, type Processor, snoozed } from "./job";
import { jobTimes } from "./job-times";
import { backoffMs, type QueueName, type QueueRule, queues } from "./registry";
import { takeTurn } from "./turns";

/**
 * Reads what lies in the queue, in each version that was ever published; what is none of these is
 * refused for good and stays visible in the failed list. What a newer one wrote is not for us: while
 * an installation is upgraded, a worker that knows it is there or comes soon.
 */
function readJob(job: Job, processor: Processor | undefined) {
  const data = jobDataSchema.safeParse(job.data);
  if (!data.success)
    throw new UnrecoverableError(`job_version_unknown: ${job.name} is not readable`);
  const { version } = data.data;
  if (processor === undefined || version > processor.version) {
    if (nowMs() - job.timestamp < limits.newerJobMsMax) return null;
    throw new UnrecoverableError(`job_version_unknown: ${job.name}, which nobody here knows`);
  }
  return { processor, data: data.data };
}

async function runInTime(processor: Processor, data: JobData, job: Job) {
  const { requestId, payload, version } = data;
  const signal = AbortSignal.timeout(processor.timeoutMs);
  const late = new Promise<never>((_, reject) =>
    signal.addEventListener("abort", () => reject(new Error(`${processor.name} took too long`))),
  );
  const context = {
    requestId: requestId ?? `job-${job.id}`,
    operation: processor.name,
    mutates: true,
    atLeast: 0,
    deadlineAtMs: monotonicMs() + processor.timeoutMs,
    signal,
    actorId: null,
    setCookies: [],
  };
  const attempt = job.attemptsMade + 1;
  const facts = { "messaging.destination.name": processor.queue, attempt };
  return withRequestContext(context, () =>
    followingSpan({ name: processor.name, kind: "consumer", facts }, requestId, () =>
      Promise.race([processor.run(payload, { requestId, attempt, signal }, version), late]),
    ),
  );
}

async function settle(job: Job, token: string | undefined, result: JobOutcome) {
  if (result.outcome === "snoozed") {
    await job.moveToDelayed(Math.max(result.untilMs, nowMs() + 1), token);
    throw new DelayedError();
  }
  return result;
}

/** Starts working a queue off: at most one of these a queue in a process. */
export function consume(name: QueueName, processors: readonly Processor[]): Worker {
  const rule: QueueRule = queues[name];
  const byName = new Map(processors.map((processor) => [processor.name, processor]));
  registerOperations(byName.keys());
  const times = jobTimes(name);
  const worker = new Worker(
    name,
    async (job, token) => {
      const startedAtMs = monotonicMs();
      const waitedMs = nowMs() - job.timestamp - job.delay;
      times.waited(waitedMs);
      let outcome: "ok" | "failed" = "failed";
      const endTurn = await takeTurn(rule.priority);
      try {
        const read = readJob(job, byName.get(job.name));
        if (read === null) {
          outcome = "ok";
          return await settle(job, token, snoozed(nowMs() + limits.newerJobAgainMs));
        }
        const { processor, data } = read;
        const { requestId } = data;
        const result = await runInTime(processor, data, job);
        outcome = "ok";
        log().info({ queue: name, job: job.name, id: job.id, requestId, ...result }, "job");
        return await settle(job, token, result);
      } catch (thrown) {
        // No other try reads it better.
        if (isAppError(thrown) && thrown.code === "job_version_unknown")
          throw new UnrecoverableError(
            `job_version_unknown: ${job.name} carries what nobody here reads`,
          );
        throw thrown;
      } finally {
        endTurn();
        recordOperation(job.name, monotonicMs() - startedAtMs, outcome);
        times.ran(monotonicMs() - startedAtMs, waitedMs, outcome);
      }
    },
    {
      prefix: queuePrefix(),
      connection: connectValkey("queue", {
        maxRetriesPerRequest: null,
        // Longer than the longest wait for a job: a server that was lost in the middle of one (a
        // cluster's failover) may never answer, and the queue would stand still with it.
        commandTimeout: limits.queueAnswerMsMax,
      }),
      concurrency: rule.concurrency,
      ...(rule.limiter === undefined
        ? {}
        : { limiter: { max: rule.limiter.max, duration: rule.limiter.durationMs } }),
      lockDuration: limits.jobLockMs,
      stalledInterval: limits.jobStalledCheckMs,
      // A worker that is killed again and again must not use up a job's tries.
      maxStalledCount: 100,
      settings: { backoffStrategy: (attemptsMade) => backoffMs(rule, attemptsMade) },
    },
  );
  worker.on("error", (error) => log().debug({ queue: name, err: error }, "the queue broke"));
  worker.on("failed", (job, error) =>
    log().warn({ queue: name, job: job?.name, id: job?.id, err: error }, "a job failed"),
  );
  return worker;
}
