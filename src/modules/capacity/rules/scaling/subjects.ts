import { apiPolicy, workerPolicy, workerRules } from "../figures/policies";
import type { StepPolicy } from "../step-policy";

/** What is scaled by a rule of its own: the web servers, and the workers of the founding queues. */
export const scalingSubjects = ["web", "sla-checks", "notifications", "analytics"] as const;
export type ScalingSubject = (typeof scalingSubjects)[number];

export const isWorkerQueue = (subject: ScalingSubject): subject is keyof typeof workerRules =>
  subject in workerRules;

/** The founding document's rule, which counts until an admin says otherwise. */
export const foundingPolicy = (subject: ScalingSubject): StepPolicy =>
  isWorkerQueue(subject) ? workerPolicy(subject) : apiPolicy;
