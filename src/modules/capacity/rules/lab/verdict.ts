import { type Budget, budgets } from "../figures/budgets";
import type { LabFigures, LabReport } from "./report";

const budgetOf: Readonly<Record<string, Budget>> = {
  "tickets.list": budgets.api.listTickets,
  "requests.list": budgets.api.listTickets,
  "tickets.get": budgets.api.getTicket,
  "requests.get": budgets.api.getTicket,
  "tickets.create": budgets.api.createTicket,
};

export type Judged = LabFigures & {
  readonly budget: Budget | null;
  /** Null where there is no budget, or nothing was asked. */
  readonly isKept: boolean | null;
};

/** Each operation beside its founding budget, the most asked first, and all of them last. */
export function judgedOf(report: LabReport): Judged[] {
  return [...report.operations, { ...report.all, operation: "All" }].map((figures) => {
    const budget = budgetOf[figures.operation] ?? null;
    const { msP95, msP99 } = figures;
    const isKept =
      budget === null || msP95 === null || msP99 === null
        ? null
        : msP95 <= budget.msP95 && msP99 <= budget.msP99;
    return { ...figures, budget, isKept };
  });
}

/** What was promised of a whole run, and of what was heard of it. */
export function holdsOf({ verdicts, heard }: LabReport): boolean {
  const isHeard = heard.missing === 0 && heard.doubled === 0 && heard.disordered === 0;
  return verdicts.every(({ holds }) => holds) && isHeard;
}
