/** What browsers and the operator's command line may use: data, pure functions and their input's shapes. */
export { decideScaling } from "./rules/autoscaler/decide";
export { burnOf } from "./rules/burn";
export { burnAlertRules, burnWindows } from "./rules/figures/burn-windows";
export { objectiveSources } from "./rules/figures/objective-sources";
export {
  type Objective,
  type ObjectiveName,
  objectiveNames,
  objectives,
} from "./rules/figures/objectives";
export { apiPolicy, workerPolicy, workerRules } from "./rules/figures/policies";
export { type Servers, type Tier, tiers } from "./rules/figures/tiers";
export { openSlo } from "./rules/objective-files/openslo";
export { prometheusRules } from "./rules/objective-files/prometheus";
export { planCapacity } from "./rules/plan";
export { solveQueue } from "./rules/queueing/solve";
export { fitScalability } from "./rules/scalability/fit";
export { isScalingSubject } from "./rules/scaling/subjects";
export { simulate } from "./rules/step-policy";
export {
  burnQuestionSchema,
  fitSchema,
  loadSchema,
  queueQuestionSchema,
  scalingQuestionSchema,
  simulationSchema,
} from "./schema";
