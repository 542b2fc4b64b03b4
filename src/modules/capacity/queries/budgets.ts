import { nowMs } from "@/platform/clock";
import { durationMsEdges } from "@/platform/telemetry";
import {
  type BudgetReport,
  budgetedOperations,
  budgetReport,
  statementMetrics,
} from "../rules/budget-report";
import { figuresOf } from "./figures";
import { measuresOf } from "./measures";

const hoursShown = 24;
const hourMs = 3_600_000;
const names = [
  ...new Set(budgetedOperations.map(({ metric }) => metric)),
  ...Object.values(statementMetrics),
];

/** The budgets that count over the last day: whole hours, and the minutes since. */
export async function budgetReports(): Promise<{ atMs: number; budgets: BudgetReport[] }> {
  const atMs = nowMs();
  const wholeMs = Math.floor(atMs / hourMs - 1) * hourMs;
  const [set, hours, minutes] = await Promise.all([
    figuresOf("budgets"),
    measuresOf({ spanSeconds: 3_600, names, fromMs: atMs - hoursShown * hourMs, toMs: wholeMs }),
    measuresOf({ spanSeconds: 60, names, fromMs: wholeMs, toMs: atMs }),
  ]);
  const measures = [...hours, ...minutes];
  return {
    atMs,
    budgets: budgetedOperations.map((each) => budgetReport(each, measures, durationMsEdges, set)),
  };
}
