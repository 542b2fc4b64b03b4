export { installProcess, processLifecycle } from "./install";
export { type Lifecycle, makeLifecycle } from "./lifecycle";
export {
  type CallCost,
  costNow,
  type RequestContext,
  requestContext,
  withCost,
  withRequestContext,
} from "./request-context";
export { forgetShared, processShared } from "./shared";
