import { apiPolicy, realtimePolicy, workerPolicy, workerRules } from "../figures/policies";
import type { StepPolicy } from "../step-policy";

/** What is scaled by a rule of its own: the servers, and the workers of the founding queues. */
export const scalingSubjects = [
  "web",
  "realtime",
  "sla-checks",
  "notifications",
  "analytics",
] as const;
export type ScalingSubject = (typeof scalingSubjects)[number];

const names: readonly string[] = scalingSubjects;
export const isScalingSubject = (name: string): name is ScalingSubject => names.includes(name);

export const isWorkerQueue = (subject: ScalingSubject): subject is keyof typeof workerRules =>
  subject in workerRules;

/** The founding document's rule, which counts until an admin says otherwise. */
export function foundingPolicy(subject: ScalingSubject): StepPolicy {
  if (isWorkerQueue(subject)) return workerPolicy(subject);
  return subject === "web" ? apiPolicy : realtimePolicy;
}
