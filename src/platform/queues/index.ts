export { consume } from "./consumer";
export { depthOf, measureQueues, type QueueDepth, queueNames } from "./depths";
export {
  type Ask,
  ask,
  cancelled,
  defineJob,
  done,
  type JobContext,
  type JobData,
  type JobOutcome,
  type JobType,
  jobDataSchema,
  type Processor,
  processes,
  type Subscription,
  snoozed,
} from "./job";
export { type FailedJob, failedJobs, operate, type QueueVerb } from "./operate";
export { addJob, closeQueues, queueOf } from "./producer";
export { tryRefusedAgain } from "./refused";
export { backoffMs, isQueueName, type QueueName, type QueueRule, queues } from "./registry";
export { scrubJobs } from "./scrub";
