export { installProcess, type ProcessKind, type ProcessPlan, processLifecycle } from "./install";
export {
  type CheckResult,
  type DrainStage,
  type Lifecycle,
  makeLifecycle,
  type ProcessLog,
  type ProcessState,
  type Readiness,
} from "./lifecycle";
export { type RequestContext, requestContext, withRequestContext } from "./request-context";
export { forgetShared, processShared } from "./shared";
