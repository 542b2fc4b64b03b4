import { AsyncLocalStorage } from "node:async_hooks";
import { processShared } from "./shared";

/** What one call asked of the database. */
export type CallCost = {
  statements: number;
  statementsMs: number;
  slowestMs: number;
  /** As it was sent, with $1 for every value. */
  slowestText: string | null;
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
  /** Where the statements of the call that is being worked on are counted; absent while nobody counts. */
  cost?: CallCost | undefined;
};

const storage = processShared("request-context", () => new AsyncLocalStorage<RequestContext>());

/** The request or job that is being worked for, in whichever bundle it began. */
export function requestContext(): RequestContext | undefined {
  return storage.getStore();
}

/** Runs `work` so that everything it calls and awaits sees `context`. */
export function withRequestContext<Result>(context: RequestContext, work: () => Result): Result {
  return storage.run(context, work);
}
