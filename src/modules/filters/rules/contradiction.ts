import type { Expression } from "./expression";
import { type FieldRegistry, labelOf } from "./fields";
import { impossibleRanges } from "./intervals";
import { impossibleFields } from "./possible";
import { isImpossible } from "./simplify";

/** In words, why nothing can ever match; undefined if something may. For whoever saves a filter. */
export function contradictionIn(expression: Expression, fields: FieldRegistry): string | undefined {
  if (!isImpossible(expression, fields)) return undefined;
  const guilty = [...impossibleFields(expression, fields), ...impossibleRanges(expression, fields)];
  const labels = [...new Set(guilty.map(labelOf))];
  return labels.length === 0
    ? "Nothing can match this: its conditions exclude each other."
    : `Nothing can match this: ${labels.join(" and ")} cannot be all that is asked.`;
}
