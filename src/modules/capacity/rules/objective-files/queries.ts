import { objectiveSources } from "../figures/objective-sources";
import type { Objective, ObjectiveName } from "../figures/objectives";

/** The series that count an objective's events: of a histogram its count, of a counter itself. */
function countOf(name: ObjectiveName): string {
  const source = objectiveSources[name];
  return source.endsWith("_total") ? source : `${source}_count`;
}

const rate = (series: string, window: string) => `sum(rate(${series}[${window}]))`;

/** The good events of a window, in PromQL, from the same series as the page of objectives. */
export function goodRate(name: ObjectiveName, objective: Objective, window: string): string {
  if (objective.good === "within")
    return rate(`${objectiveSources[name]}_bucket{le="${objective.withinMs}"}`, window);
  return rate(`${countOf(name)}{outcome!="failed"}`, window);
}

export const totalRate = (name: ObjectiveName, window: string): string =>
  rate(countOf(name), window);

/** The share of bad events; nothing at all where nothing was counted, which is not 0. */
export const errorRatio = (name: ObjectiveName, objective: Objective, window: string): string =>
  `1 - (${goodRate(name, objective, window)} or vector(0)) / ${totalRate(name, window)}`;
