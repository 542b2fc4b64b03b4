import { AsyncLocalStorage } from "node:async_hooks";
import { processShared } from "./shared";

/** What one call asked of the database. */
export type CallCost = {
  statements: number;
  statementsMs: number;
  slowestMs: number;
  /** As it was sent, with $1 for every value. */
  slowestText: string | null;
  /** The call is over: what is still sent for it, nobody counts. */
  ended: boolean;
};

/** What everything that works for one request or job may know about it. */
export type RequestContext = {
  readonly requestId: string;
  /** The procedure or job, or `batch` for several in one request. */
  readonly operation: string;
  /** Whether the request may change something; its reads then go to the primary. */
  readonly mutates: boolean;
  /** The highest event position that the caller has already seen; 0 when it has seen none. */
  readonly atLeast: number;
  /** Monotonic time at which the answer is due. */
  readonly deadlineAtMs: number;
  /** Aborts when the caller has gone or the deadline has passed. */
  readonly signal: AbortSignal;
  /** Known once the session was read. */
  actorId: string | null;
  /** Whole `Set-Cookie` values that the answer will carry. */
  readonly setCookies: string[];
};

/** Whom work is for, and where the statements of the call that is worked on are counted. */
type Frame = { readonly context: RequestContext | undefined; cost: CallCost | undefined };

/** One store for both: each further one costs every promise of the process something. */
const storage = processShared("request-frame", () => new AsyncLocalStorage<Frame>());

/** The request or job that is being worked for, in whichever bundle it began. */
export function requestContext(): RequestContext | undefined {
  return storage.getStore()?.context;
}

/** Runs `work` so that everything it calls and awaits sees `context`. */
export function withRequestContext<Result>(context: RequestContext, work: () => Result): Result {
  const frame = storage.getStore();
  // A call that is counted before anybody said whom it is for goes on being counted.
  const cost = frame?.context === undefined ? frame?.cost : undefined;
  return storage.run({ context, cost }, work);
}

/** Where statements are counted now; nothing while nobody counts. */
export function costNow(): CallCost | undefined {
  const cost = storage.getStore()?.cost;
  return cost?.ended === true ? undefined : cost;
}

/**
 * Runs `work` so that its statements count into `cost`, until somebody says that it has ended. A
 * request with one call counts where its request stands, without a promise more; only calls side by
 * side, or one within another, need places of their own.
 */
export function withCost<Result>(cost: CallCost, work: () => Result): Result {
  const frame = storage.getStore();
  if (frame === undefined || costNow() !== undefined)
    return storage.run({ context: frame?.context, cost }, work);
  frame.cost = cost;
  return work();
}
