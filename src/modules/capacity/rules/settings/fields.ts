import { budgetedOperations } from "../budget-report";
import { indicatorNames, indicatorOf } from "../figures/indicators";
import { type Objective, objectiveNames, objectiveOf } from "../figures/objectives";
import { foundingPatience } from "../figures/patience";
import { supportObjectiveNames, supportObjectiveOf } from "../figures/support-objectives";

/** The tables that admins may set, each with versions of its own. */
export const figureNames = ["indicators", "objectives", "support", "budgets", "incidents"] as const;
export type FigureName = (typeof figureNames)[number];

export type FigureUnit = "percent" | "share" | "ms" | "edge ms" | "jobs" | "looks";

/** One number of a table. */
export type FigureField = {
  readonly key: string;
  /** What the row is of. */
  readonly of: string;
  /** Its column. */
  readonly label: string;
  readonly unit: FigureUnit;
  readonly founding: number;
  /** The number of the same table that it must not be below. */
  readonly notBelow: string | null;
};

const field = (key: string, about: Omit<FigureField, "key" | "notBelow">, notBelow?: string) => ({
  key,
  ...about,
  notBelow: notBelow ?? null,
});

const indicatorFields = indicatorNames.flatMap((name): FigureField[] => {
  const { words: of, unit, warningAbove, criticalAbove } = indicatorOf(name);
  const warning = `${name}.warningAbove`;
  return [
    field(warning, { of, label: "Warning above", unit, founding: warningAbove }),
    field(
      `${name}.criticalAbove`,
      { of, label: "Critical above", unit, founding: criticalAbove },
      warning,
    ),
  ];
});

/** The three of the same answers stand in order: more of them within more time. */
const before: Readonly<Record<string, string>> = { apiP95: "apiP50", apiP99: "apiP95" };

const objectiveFields = objectiveNames.flatMap((name): FigureField[] => {
  const { words: of, objective: founding, ...rest }: Objective = objectiveOf(name);
  const lower = before[name];
  const below = (column: string) => (lower === undefined ? undefined : `${lower}.${column}`);
  const share = field(
    `${name}.objective`,
    { of, label: "Good events", unit: "share", founding },
    below("objective"),
  );
  if (rest.good !== "within") return [share];
  const about = { of, label: "Within", unit: "edge ms", founding: rest.withinMs } as const;
  return [share, field(`${name}.withinMs`, about, below("withinMs"))];
});

const supportFields = supportObjectiveNames.map((name): FigureField => {
  const { words: of, objective: founding } = supportObjectiveOf(name);
  return field(`${name}.objective`, { of, label: "Kept promises", unit: "share", founding });
});

const budgetFields = budgetedOperations.flatMap(({ name, words: of, budget }): FigureField[] => [
  field(`${name}.msP95`, { of, label: "p95", unit: "edge ms", founding: budget.msP95 }),
  field(
    `${name}.msP99`,
    { of, label: "p99", unit: "edge ms", founding: budget.msP99 },
    `${name}.msP95`,
  ),
]);

const incidentFields: readonly FigureField[] = [
  field("incident.raiseAfterLooks", {
    of: "Looks in a row, one every half minute",
    label: "Bad ones that open it",
    unit: "looks",
    founding: foundingPatience.raiseAfterLooks,
  }),
  field("incident.endAfterLooks", {
    of: "Looks in a row, one every half minute",
    label: "Good ones that end it",
    unit: "looks",
    founding: foundingPatience.endAfterLooks,
  }),
];

export const figureFields: Readonly<Record<FigureName, readonly FigureField[]>> = {
  indicators: indicatorFields,
  objectives: objectiveFields,
  support: supportFields,
  budgets: budgetFields,
  incidents: incidentFields,
};
