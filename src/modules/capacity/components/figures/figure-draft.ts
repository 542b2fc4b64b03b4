import { numberWords, percentWords } from "@/ui/format/number";
import type { FigureSet } from "../../rules/figures/set";
import { differing, type FigureFault, faultsOf } from "../../rules/settings/faults";
import {
  type FigureField,
  type FigureName,
  type FigureUnit,
  figureFields,
} from "../../rules/settings/fields";

/** A table as it is being written: texts by key, so that nothing typed is lost. Shares in per cent. */
export type FigureDraft = Readonly<Record<string, string>>;

/** 0.999 is 99.9 and not 99.90000000000001. */
const exact = (value: number) => Number(value.toPrecision(12));
const textOf = ({ unit }: FigureField, value: number) =>
  String(unit === "share" ? exact(value * 100) : value);

export function draftOf(figure: FigureName, set: FigureSet): FigureDraft {
  const texts = figureFields[figure].map(
    (field) => [field.key, textOf(field, set[field.key] ?? field.founding)] as const,
  );
  return Object.fromEntries(texts);
}

function numberOf({ unit }: FigureField, text: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text.trim().replace(",", "."));
  return unit === "share" ? exact(value / 100) : value;
}

/** What a draft would set, and what is wrong with it; checked as the server checks it. */
export function readDraft(
  figure: FigureName,
  draft: FigureDraft,
  edgesMs: readonly number[],
): { set: FigureSet; faults: readonly FigureFault[] } {
  const numbers = figureFields[figure].map(
    (field) => [field.key, numberOf(field, draft[field.key] ?? "")] as const,
  );
  const set = Object.fromEntries(numbers);
  return { set: differing(figure, set), faults: faultsOf(figure, set, edgesMs) };
}

const unitWords: Readonly<Record<FigureUnit, string>> = {
  percent: "%",
  share: "%",
  ms: "ms",
  "edge ms": "ms",
  jobs: "jobs",
  looks: "looks",
};
export const unitOf = ({ unit }: FigureField): string => unitWords[unit];

/** A number of the table with its unit: "99.9 %", "300 ms". */
export function figureWords(field: FigureField, value: number, locale: string): string {
  if (field.unit === "share") return percentWords(value, locale, 3);
  if (field.unit === "percent") return percentWords(value / 100, locale, 2);
  return `${numberWords(value, locale)} ${unitOf(field)}`;
}

/** What a version says, number by number: "CPU usage, warning above: 60 %". */
export function setWords(figure: FigureName, set: FigureSet | null, locale: string): string {
  const changed = figureFields[figure].flatMap((field) => {
    const value = set?.[field.key];
    if (value === undefined) return [];
    return [`${field.of}, ${field.label.toLowerCase()}: ${figureWords(field, value, locale)}`];
  });
  return changed.length === 0 ? "All as founded" : changed.join("; ");
}
