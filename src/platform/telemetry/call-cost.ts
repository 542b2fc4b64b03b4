import { type CallCost, costNow } from "@/platform/process";

export { type CallCost, withCost as withCallCost } from "@/platform/process";

export const noCost = (): CallCost => ({
  statements: 0,
  statementsMs: 0,
  slowestMs: 0,
  slowestText: null,
  ended: false,
});

export function noteStatementCost(text: string, ms: number): void {
  const cost = costNow();
  if (cost === undefined) return;
  cost.statements += 1;
  cost.statementsMs += ms;
  if (ms < cost.slowestMs) return;
  cost.slowestMs = ms;
  cost.slowestText = text;
}
