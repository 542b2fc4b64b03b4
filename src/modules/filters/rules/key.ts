import { type Expression, isCondition } from "./expression";

/**
 * One text for one expression, whatever the order in which its properties, its values or the
 * conditions beside each other were written.
 */
export function keyOf(expression: Expression): string {
  if (expression.type === "not") return `!${keyOf(expression.of)}`;
  if (!isCondition(expression)) {
    return `${expression.type}(${expression.of.map(keyOf).sort().join(";")})`;
  }
  if (expression.type === "is")
    return plain(["is", expression.field, ...sorted(expression.values)]);
  if (expression.type === "none") return plain(["none", expression.field]);
  if (expression.type === "contains") return plain(["contains", expression.field, expression.text]);
  if (expression.type === "text") {
    return plain(["text", expression.field, expression.text, expression.phrase]);
  }
  const { bounds } = expression;
  const edges = bounds.op === "between" ? [bounds.from, bounds.to] : [bounds.than];
  return plain([expression.type, expression.field, bounds.op, ...edges.map(edge)]);
}

function edge(edgeOf: object | number): unknown {
  return typeof edgeOf === "number" ? edgeOf : Object.entries(edgeOf).sort();
}

const sorted = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();
const plain = (parts: readonly unknown[]): string => JSON.stringify(parts);
