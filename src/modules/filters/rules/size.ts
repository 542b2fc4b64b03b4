import { type Condition, conditionsOf, depthOf, type Expression } from "./expression";
import { filterLimits } from "./limits";

/** Which bound an expression breaks, in words, or undefined. */
export function excessOf(expression: Expression): string | undefined {
  if (depthOf(expression) > filterLimits.depthMax) {
    return `A filter goes at most ${filterLimits.depthMax} levels deep.`;
  }
  const conditions = conditionsOf(expression);
  if (conditions.length > filterLimits.conditionsMax) {
    return `A filter has at most ${filterLimits.conditionsMax} conditions.`;
  }
  const values = conditions.flatMap(wordsOf);
  const chars = values.reduce((sum, value) => sum + value.length, 0);
  const tooMany = values.length > filterLimits.valuesTotalMax;
  return tooMany || chars > filterLimits.charsTotalMax
    ? `A filter names at most ${filterLimits.valuesTotalMax} values.`
    : undefined;
}

function wordsOf(condition: Condition): readonly string[] {
  if (condition.type === "is") return condition.values;
  return condition.type === "contains" || condition.type === "text" ? [condition.text] : [];
}
