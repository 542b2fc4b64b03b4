import type { Servers } from "../figures/tiers";
import type { Plan } from "../plan";
import type { PlanInputs } from "./inputs";

export type CostPart = "compute" | "database" | "cache" | "storage";

export interface Cost {
  readonly part: CostPart;
  readonly dollars: number;
  readonly formula: string;
  readonly source: "table" | "your unit cost";
}

const cpusOf = ({ count, cpu }: Servers) => count * cpu;

/** What of a plan a unit cost is multiplied by; null where the tables name no size. */
function unitsOf(plan: Plan): Readonly<Record<CostPart, number | null>> {
  return {
    compute: cpusOf(plan.api) + cpusOf(plan.realtime) + cpusOf(plan.workers),
    database: cpusOf(plan.database),
    cache: "cluster" in plan.valkey ? null : cpusOf(plan.valkey),
    storage: 1,
  };
}

const parts = ["compute", "database", "cache", "storage"] as const;

/** A plan's bill: the table's figures, but for what has a unit cost of its own. */
export function costsOf(
  plan: Plan,
  unitCosts: PlanInputs["unitCosts"],
): { costs: readonly Cost[]; total: number; totalFormula: string } {
  const units = unitsOf(plan);
  const costs = parts.map((part): Cost => {
    const [unitCost, count] = [unitCosts[part], units[part]];
    if (unitCost === null || count === null) {
      const formula =
        unitCost === null
          ? `The ${plan.tier} row of the founding table`
          : "The founding table: it names no size for the cluster, so no unit cost applies";
      return { part, dollars: plan.monthlyCost[part], formula, source: "table" };
    }
    const formula = part === "storage" ? "As given" : `${count} CPU x $${unitCost}`;
    return { part, dollars: unitCost * count, formula, source: "your unit cost" };
  });
  if (costs.every(({ source }) => source === "table")) {
    const totalFormula = "The table's own rounded total, which is not the sum of its parts";
    return { costs, total: plan.monthlyCost.total, totalFormula };
  }
  const total = costs.reduce((sum, { dollars }) => sum + dollars, 0);
  return { costs, total, totalFormula: costs.map(({ dollars }) => `$${dollars}`).join(" + ") };
}
