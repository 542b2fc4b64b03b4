import { AsyncLocalStorage } from "node:async_hooks";
import { processShared } from "@/platform/process";

/** What one call asked of the database. */
export type CallCost = {
  statements: number;
  statementsMs: number;
  slowestMs: number;
  /** As it was sent, with $1 for every value. */
  slowestText: string | null;
};

const storage = processShared("call-cost", () => new AsyncLocalStorage<CallCost>());

export const noCost = (): CallCost => ({
  statements: 0,
  statementsMs: 0,
  slowestMs: 0,
  slowestText: null,
});

/** Counts the statements that `work` and all that it awaits send, into `cost`. */
export function withCallCost<Result>(cost: CallCost, work: () => Result): Result {
  return storage.run(cost, work);
}

export function noteStatementCost(text: string, ms: number): void {
  const cost = storage.getStore();
  if (cost === undefined) return;
  cost.statements += 1;
  cost.statementsMs += ms;
  if (ms < cost.slowestMs) return;
  cost.slowestMs = ms;
  cost.slowestText = text;
}
