export { installProcess, processLifecycle } from "./install";
export { type Lifecycle, makeLifecycle } from "./lifecycle";
export {
  type CallCost,
  type RequestContext,
  requestContext,
  withRequestContext,
} from "./request-context";
export { forgetShared, processShared } from "./shared";
