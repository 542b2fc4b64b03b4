import { AsyncLocalStorage } from "node:async_hooks";
import { type CallCost, processShared, requestContext } from "@/platform/process";

export type { CallCost };

const storage = processShared("call-cost", () => new AsyncLocalStorage<CallCost>());

export const noCost = (): CallCost => ({
  statements: 0,
  statementsMs: 0,
  slowestMs: 0,
  slowestText: null,
});

/**
 * Counts the statements that `work` and all that it awaits send, into `cost`. A request with one call
 * counts in its own context; only calls side by side need to be told apart, and every store that
 * tells things apart costs each promise of the process something.
 */
export async function withCallCost<Result>(
  cost: CallCost,
  work: () => Result,
): Promise<Awaited<Result>> {
  const context = requestContext();
  if (context === undefined || context.cost !== undefined) return await storage.run(cost, work);
  context.cost = cost;
  try {
    return await work();
  } finally {
    context.cost = undefined;
  }
}

export function noteStatementCost(text: string, ms: number): void {
  const cost = storage.getStore() ?? requestContext()?.cost;
  if (cost === undefined) return;
  cost.statements += 1;
  cost.statementsMs += ms;
  if (ms < cost.slowestMs) return;
  cost.slowestMs = ms;
  cost.slowestText = text;
}
