/** What both bundles of a web process hold; the test builds it twice, packages and all. */
export { AppError, errorRules, isAppError } from "@/platform/errors";
export { processShared, requestContext, withRequestContext } from "@/platform/process";
export {
  collectDefaults,
  countError,
  recordOperation,
  registerOperations,
  registry,
} from "@/platform/telemetry";
export { asTrpcError, refusalOf } from "@/trpc/errors";
