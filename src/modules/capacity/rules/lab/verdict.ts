import { type Budget, budgets, budgetWith } from "../figures/budgets";
import { type JudgedBy, judgedAsFounded } from "./judged-by";
import type { LabFigures, LabReport } from "./report";

const budgeted: Readonly<Record<string, keyof typeof budgets.api>> = {
  "tickets.list": "listTickets",
  "requests.list": "listTickets",
  "tickets.get": "getTicket",
  "requests.get": "getTicket",
  "tickets.create": "createTicket",
};

/** The budget of a procedure, as it counts for a run; null where there is none. */
export function labBudgetOf(operation: string, judgedBy = judgedAsFounded): Budget | null {
  const name = budgeted[operation];
  return name === undefined ? null : budgetWith(name, budgets.api[name], judgedBy.budgets.set);
}

export type Judged = LabFigures & {
  readonly budget: Budget | null;
  /** Null where there is no budget, or nothing was asked. */
  readonly isKept: boolean | null;
};

/** Each operation beside the budget that counted for the run, the most asked first, all of them last. */
export function judgedOf(report: LabReport, judgedBy: JudgedBy): Judged[] {
  return [...report.operations, { ...report.all, operation: "All" }].map((figures) => {
    const budget = labBudgetOf(figures.operation, judgedBy);
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
