/** The door for servers: what measuring, alerts and the supervisor need. The rest is in the browsers' door. */
export { decideScalingNow } from "./commands/decide-scaling";
export { machineScaling, type ScaledPart } from "./commands/scale-machine";
export { countArrivals, rollUpMeasures } from "./jobs";
export { capacityRouter } from "./router";
export { burnOf } from "./rules/burn";
export { budgets } from "./rules/figures/budgets";
export { indicators, levelOf } from "./rules/figures/indicators";
export { objectives } from "./rules/figures/objectives";
export { apiPolicy, workerPolicy } from "./rules/figures/policies";
export { percentileOf, shareWithin } from "./rules/percentile";
export { advance, initialState } from "./rules/step-policy";
