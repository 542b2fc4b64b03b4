import { indicatorOf } from "../figures/indicators";
import { type ObjectiveName, objectiveOf } from "../figures/objectives";
import { asFounded, type FigureSet } from "../figures/set";

/** A table of figures as it counted when a run began; version 0 is the founding document. */
export type Judging = { readonly version: number; readonly set: FigureSet };

export const judgingFigures = ["budgets", "objectives", "indicators"] as const;

/** What a run is judged by. It is kept with the run: whoever sets figures later judges later runs. */
export type JudgedBy = Readonly<Record<(typeof judgingFigures)[number], Judging>>;

const unset: Judging = { version: 0, set: asFounded };
export const judgedAsFounded: JudgedBy = { budgets: unset, objectives: unset, indicators: unset };

/** Without an exponent and without what binary fractions leave behind. */
const plain = (value: number) => value.toFixed(10).replace(/\.?0+$/, "");

function within(name: ObjectiveName, { objectives }: JudgedBy): string[] {
  const about = objectiveOf(name, objectives.set);
  return about.good === "within"
    ? [`p(${plain(about.objective * 100)})<${plain(about.withinMs)}`]
    : [];
}

/** The thresholds of a whole run in k6's words: as founded, they are those of the load scenarios. */
export function thresholdsOf(judgedBy: JudgedBy): Readonly<Record<string, readonly string[]>> {
  const { criticalAbove } = indicatorOf("errorRate", judgedBy.indicators.set);
  return {
    http_req_duration: [...within("apiP95", judgedBy), ...within("apiP99", judgedBy)],
    http_req_failed: [`rate<${plain(criticalAbove / 100)}`],
  };
}

/** From where on 95 % of answers, or how many the objective names, are too slow. */
export function slowFromMs({ objectives }: JudgedBy): number {
  const about = objectiveOf("apiP95", objectives.set);
  return about.good === "within" ? about.withinMs : Number.POSITIVE_INFINITY;
}

/** Says by which values, for who looks at a run after they were changed. */
export function judgedByWords(judgedBy: JudgedBy): string {
  const own = judgingFigures.filter((figure) => judgedBy[figure].version > 0);
  if (own.length === 0) return "the founding values";
  const said = own.map((figure) => `${figure} of version ${judgedBy[figure].version}`);
  return own.length === judgingFigures.length
    ? said.join(", ")
    : `${said.join(", ")}, the rest as founded`;
}
