import type { RouterOutputs } from "@/trpc/client";
import { durationWords } from "@/ui/format/duration";
import { numberWords, percentWords } from "@/ui/format/number";
import type { Objective } from "../rules/figures/objectives";
import type { Health } from "./process-health";

export type ObjectiveView = RouterOutputs["capacity"]["objectives"]["objectives"][number];

/** What is promised: "99.9 % up", "95 % within 300 ms". */
export function targetWords(objective: Objective, locale?: string): string {
  const share = percentWords(objective.objective, locale, 2);
  switch (objective.good) {
    case "up":
      return `${share} up`;
    case "without-error":
      return `${share} without error`;
    case "within":
      return `${share} within ${numberWords(objective.withinMs, locale)} ms`;
  }
}

type Budget = Pick<ObjectiveView, "alerts" | "budgetLeft">;

const isFiring = ({ alerts }: Budget, severity: "page" | "ticket") =>
  alerts?.some((alert) => alert.severity === severity && alert.firing === true) === true;

export function healthOfBudget(view: Budget): Health {
  if (view.budgetLeft === null) return "unknown";
  if (view.budgetLeft <= 0 || isFiring(view, "page")) return "critical";
  return isFiring(view, "ticket") ? "warning" : "ok";
}

/** Which promise breaks first? */
export function objectivesSentence(views: readonly ObjectiveView[]): {
  health: Health;
  sentence: string;
} {
  const judged = views.map((view) => ({ view, health: healthOfBudget(view) }));
  const words = (view: ObjectiveView) => view.promise.words;
  const broken = judged.find(({ view }) => view.budgetLeft !== null && view.budgetLeft <= 0);
  if (broken !== undefined)
    return { health: "critical", sentence: `${words(broken.view)} has used up its error budget.` };
  const burning = judged.find(({ health }) => health === "critical" || health === "warning");
  if (burning !== undefined)
    return {
      health: burning.health,
      sentence: `${words(burning.view)} burns its error budget too fast.`,
    };
  const known = judged.filter(({ health }) => health === "ok");
  if (known.length === 0)
    return { health: "unknown", sentence: "Too few events so far to say how the promises stand." };
  return {
    health: "ok",
    sentence: `${known.length} of ${views.length} promises hold, and none burns its budget too fast.`,
  };
}

/** "38 min left of 43 min", or why nobody knows. */
export function budgetWords({ minutesLeft, total }: ObjectiveView, locale?: string): string {
  if (minutesLeft === null) return `Too few events (${numberWords(total, locale)})`;
  if (minutesLeft <= 0) return "Used up";
  return `${durationWords(minutesLeft * 60_000, locale)} left`;
}

/** What stands where no time can be given at which the budget runs out. */
export const noEndWords = ({ minutesLeft }: ObjectiveView): string =>
  minutesLeft !== null && minutesLeft <= 0 ? "Used up already" : "Not at this rate";

/** A burn rate as "0.4x"; "–" where nothing was counted. */
export function burnWords(rate: number | undefined, locale?: string): string {
  return rate === undefined ? "–" : `${numberWords(Math.round(rate * 10) / 10, locale)}x`;
}
