/**
 * What stands in a bundle for `@/platform/telemetry`: the same names, and nothing is measured on the
 * way of a request. For the paired run alone.
 */
export { cpuMeter } from "@/platform/telemetry/cpu";
export { durationMsEdges } from "@/platform/telemetry/edges";
export { eventLoopDelaySinceLast } from "@/platform/telemetry/event-loop";
export {
  collectDefaults,
  counter,
  durationHistogram,
  gauge,
  registry,
} from "@/platform/telemetry/registry";

const nothing = () => undefined;
export const countError = nothing;
export const measureResponse = () => nothing;
export const recordOperation = nothing;
export const recordStatements = nothing;
export const registerOperations = nothing;
export const noteStatementCost = nothing;
export const operationName = (name: string) => name;
/** One for all: nobody counts in it. */
const nobodys = { statements: 0, statementsMs: 0, slowestMs: 0, slowestText: null, ended: true };
export const noCost = () => nobodys;
export const withCallCost = <Result>(_cost: unknown, work: () => Result): Result => work();
