import type { FigureSet } from "../figures/set";
import { type FigureField, type FigureName, figureFields } from "./fields";

export type FigureFault = { readonly key: string; readonly says: string };

const highest = { percent: 100, ms: 60_000, jobs: 1_000_000, looks: 20 } as const;
/** Nearer to all of them, a window has too few events to tell a kept promise from a broken one. */
const shareMax = 0.99999;

const wholeUpTo = (value: number, max: number) =>
  Number.isInteger(value) && value <= max ? null : `Give a whole number from 1 to ${max}.`;

function faultOf({ unit }: FigureField, value: number, edgesMs: readonly number[]): string | null {
  if (!Number.isFinite(value) || value <= 0) return "Give a number above 0.";
  switch (unit) {
    case "percent":
      return value <= highest.percent ? null : "Give no more than 100%.";
    case "share":
      return value <= shareMax
        ? null
        : "Give no more than 99.999%: a promise without exception leaves no error budget.";
    case "ms":
      return value <= highest.ms ? null : `Give no more than ${highest.ms} ms.`;
    // Between two edges nobody counted how many were within it.
    case "edge ms":
      return edgesMs.includes(value)
        ? null
        : `Answers are counted up to ${edgesMs.join(", ")} ms: give one of these.`;
    case "jobs":
    case "looks":
      return wholeUpTo(value, highest[unit]);
  }
}

/** What is wrong with a set, number by number; nothing when it may count. */
export function faultsOf(
  figure: FigureName,
  set: FigureSet,
  edgesMs: readonly number[],
): FigureFault[] {
  const fields = figureFields[figure];
  const valueAt = (key: string) =>
    set[key] ?? fields.find((each) => each.key === key)?.founding ?? 0;
  const strange = Object.keys(set)
    .filter((key) => !fields.some((each) => each.key === key))
    .map((key) => ({ key, says: "There is no such number." }));
  const wrong = fields.flatMap((field) => {
    const { key, notBelow } = field;
    const says = faultOf(field, valueAt(key), edgesMs);
    if (says !== null) return [{ key, says }];
    // What is no number is below nothing: its own field says so.
    if (notBelow === null || !(valueAt(key) < valueAt(notBelow))) return [];
    const other = fields.find((each) => each.key === notBelow);
    const named = other === undefined ? "" : `${other.label.toLowerCase()}, ${other.of}`;
    return [{ key, says: `This must not be below “${named}”.` }];
  });
  return [...strange, ...wrong];
}

/** What differs from the founding values: nothing else is kept. */
export function differing(figure: FigureName, set: FigureSet): FigureSet {
  const changed = figureFields[figure].flatMap(({ key, founding }) => {
    const value = set[key];
    return value === undefined || value === founding ? [] : [[key, value] as const];
  });
  return Object.fromEntries(changed);
}
