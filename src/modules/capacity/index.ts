/** The door for servers: what measuring, alerts and the supervisor need. The rest is in the browsers' door. */
export {
  endLoadRun,
  noteLoadProgress,
  type TakenRun,
  takeLoadRun,
} from "./commands/carry-out-load-run";
export { decideScalingNow } from "./commands/decide-scaling";
export {
  judgedBySchema,
  labOptionsSchema,
  labProgressSchema,
  labReportSchema,
} from "./commands/lab-shapes";
export { lookAround } from "./commands/look-around";
export { machineScaling, type ScaledPart } from "./commands/scale-machine";
export { tendSurge } from "./commands/tend-surge";
export { incidentOpened, incidentResolved, incidentWorsened } from "./events";
export { countArrivals, countLateMinutes, readWeather, rollUpMeasures } from "./jobs";
export { objectiveReports } from "./queries/objectives";
export { capacityRouter } from "./router";
export { burnOf } from "./rules/burn";
export { budgets } from "./rules/figures/budgets";
export { indicators, levelOf } from "./rules/figures/indicators";
export { objectives } from "./rules/figures/objectives";
export { apiPolicy, workerPolicy } from "./rules/figures/policies";
export { liveAmong } from "./rules/lab/guard";
export { type JudgedBy, judgedAsFounded, thresholdsOf } from "./rules/lab/judged-by";
export { type LabOptions, labLengthMs } from "./rules/lab/options";
export type { LabProgress, LabReport, LabWindow } from "./rules/lab/report";
export { type LabEnd, outcomeOf } from "./rules/lab/state";
export { labBudgetOf } from "./rules/lab/verdict";
export { percentileOf, shareWithin } from "./rules/percentile";
export { advance, initialState } from "./rules/step-policy";
