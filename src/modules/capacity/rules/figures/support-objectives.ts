import { asFounded, type FigureSet } from "./set";

/**
 * What we promise to customers in the same form as what machines promise: the share of promises
 * that were kept. The founding document names no figure for them; these are ours.
 */
export const supportObjectives = {
  firstResponse: { words: "First response in time", objective: 0.95, windowDays: 30 },
  nextResponse: { words: "Next response in time", objective: 0.95, windowDays: 30 },
  resolution: { words: "Resolution in time", objective: 0.9, windowDays: 30 },
} as const;

export type SupportObjectiveName = keyof typeof supportObjectives;
const isSupportObjective = (name: string): name is SupportObjectiveName =>
  Object.hasOwn(supportObjectives, name);
export const supportObjectiveNames: readonly SupportObjectiveName[] =
  Object.keys(supportObjectives).filter(isSupportObjective);

export interface SupportObjective {
  readonly words: string;
  readonly objective: number;
  readonly windowDays: number;
}

/** A promise to customers with the share that counts. */
export function supportObjectiveOf(
  name: SupportObjectiveName,
  set: FigureSet = asFounded,
): SupportObjective {
  const founding: SupportObjective = supportObjectives[name];
  return { ...founding, objective: set[`${name}.objective`] ?? founding.objective };
}
