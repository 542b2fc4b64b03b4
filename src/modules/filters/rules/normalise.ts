import { and, not, or } from "./build";
import { type Expression, isCondition } from "./expression";
import type { FieldRegistry } from "./fields";
import { keyOf } from "./key";
import { simplify } from "./simplify";

/**
 * One shape for filters that ask the same in another order: negations stand at the conditions, and
 * everything is sorted. Equal shapes ask the same; the same question may still have two shapes.
 */
export function normalise(expression: Expression, fields: FieldRegistry): Expression {
  return sorted(simplify(inward(simplify(expression, fields), false), fields));
}

/** For caches. Relative times and "me" stay as they are: the key must say besides when and for whom. */
export function cacheKey(expression: Expression, fields: FieldRegistry): string {
  return keyOf(normalise(expression, fields));
}

function inward(expression: Expression, negated: boolean): Expression {
  if (isCondition(expression)) return negated ? not(expression) : expression;
  if (expression.type === "not") return inward(expression.of, !negated);
  const children = expression.of.map((child) => inward(child, negated));
  return (expression.type === "and") === negated ? or(children) : and(children);
}

function sorted(expression: Expression): Expression {
  if (expression.type === "is") return { ...expression, values: [...expression.values].sort() };
  if (expression.type === "not") return not(sorted(expression.of));
  if (isCondition(expression)) return expression;
  const keyed = expression.of.map((child) => ({ key: keyOf(child), child: sorted(child) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { type: expression.type, of: keyed.map(({ child }) => child) };
}
