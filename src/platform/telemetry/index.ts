export { type CallCost, noCost, noteStatementCost, withCallCost } from "./call-cost";
export { watchCalm } from "./calm";
export { cpuMeter } from "./cpu";
export type { Timer } from "./durations";
export { durationMsEdges } from "./edges";
export { countError } from "./errors";
export { eventLoopDelaySinceLast } from "./event-loop";
export {
  type Outcome,
  operationName,
  recordOperation,
  recordStatements,
  registerOperations,
} from "./operations";
export {
  allDurations,
  collectDefaults,
  counter,
  durationHistogram,
  gauge,
  registry,
} from "./registry";
export { measureResponse } from "./responses";
