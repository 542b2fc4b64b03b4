/** What browsers, the operator's command line and other modules may use: data and pure functions. */
export type {
  Behavior,
  ScalingHistory,
  ScalingPolicy,
  ScalingRules,
} from "./rules/autoscaler/behavior";
export {
  decideScaling,
  type LimitedBy,
  type ScalingDecision,
  type ScalingQuestion,
} from "./rules/autoscaler/decide";
export type { Metric, Pod } from "./rules/autoscaler/metrics";
export { type Burn, type BurnAlert, type BurnQuestion, budgetShare, burnOf } from "./rules/burn";
export { type Budget, type BudgetArea, budgets } from "./rules/figures/budgets";
export {
  type BurnAlertRule,
  type BurnWindow,
  burnAlertRules,
  burnWindowMinutes,
  burnWindows,
} from "./rules/figures/burn-windows";
export {
  type Indicator,
  type IndicatorLevel,
  type IndicatorName,
  indicators,
  levelOf,
} from "./rules/figures/indicators";
export { type Objective, type ObjectiveName, objectives } from "./rules/figures/objectives";
export { apiPolicy, type WorkerQueue, workerPolicy, workerRules } from "./rules/figures/policies";
export {
  type Load,
  type LoadInput,
  loadInputs,
  type MonthlyCost,
  type Servers,
  type Tier,
  tiers,
} from "./rules/figures/tiers";
export { type Bucket, type Percentile, percentileOf, shareWithin } from "./rules/percentile";
export { type Plan, planCapacity } from "./rules/plan";
export {
  type ImpatienceAnswer,
  type LossAnswer,
  type QueueAnswer,
  type QueueQuestion,
  solveImpatience,
  solveLoss,
  solveQueue,
  solveWait,
  type WaitAnswer,
  type WaitTarget,
} from "./rules/queueing/solve";
export { fitScalability, type ScalabilityFit } from "./rules/scalability/fit";
export { type Coefficients, type Point, peakOf, throughputAt } from "./rules/scalability/law";
export {
  advance,
  initialState,
  type Sample,
  type Step,
  type StepPolicy,
  type StepState,
  simulate,
} from "./rules/step-policy";
export {
  burnQuestionSchema,
  fitSchema,
  loadSchema,
  queueQuestionSchema,
  scalingQuestionSchema,
  simulationSchema,
  stepPolicySchema,
} from "./schema";
