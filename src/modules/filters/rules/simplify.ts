import { and, is, not, or } from "./build";
import {
  type Expression,
  everything,
  type IsCondition,
  isCondition,
  isEverything,
  isNothing,
  nothing,
} from "./expression";
import { type FieldRegistry, isMany } from "./fields";
import { impossibleRanges } from "./intervals";
import { keyOf } from "./key";
import { impossibleFields } from "./possible";
import { isStorable } from "./read-value";

/** The same question with less to ask: what can never match is gone, and nothing is said twice. */
export function simplify(expression: Expression, fields: FieldRegistry): Expression {
  if (isCondition(expression)) return simplifyCondition(expression, fields);
  if (expression.type === "not") return not(simplify(expression.of, fields));
  const children = expression.of.map((child) => simplify(child, fields));
  return expression.type === "and" ? conjunction(children, fields) : disjunction(children);
}

/** Whether no ticket can ever match. "No" may only mean that nobody can prove it. */
export function isImpossible(expression: Expression, fields: FieldRegistry): boolean {
  return isNothing(simplify(expression, fields));
}

function simplifyCondition(expression: Expression, fields: FieldRegistry): Expression {
  if (cannotBe(expression, fields)) return nothing;
  const field = expression.type === "is" ? fields.get(expression.field) : undefined;
  const own = field && fields.valuesOf(field.name);
  if (expression.type !== "is" || field?.kind !== "enum" || own === undefined) return expression;
  const every = own.all.every(({ value }) => expression.values.includes(value));
  return every && field.required === true && !isMany(field) ? everything : expression;
}

function conjunction(children: readonly Expression[], fields: FieldRegistry): Expression {
  const whole = and(children);
  if (isCondition(whole) || whole.type !== "and") return whole;
  const parts = distinct(mergeLists(whole.of, (a, b) => common(a, b, fields)));
  if (parts.some(isNothing) || saysBoth(parts)) return nothing;
  const kept = and(absorb(parts, "or"));
  return cannotBe(kept, fields) ? nothing : kept;
}

/** Some field would have to be what it cannot. */
function cannotBe(expression: Expression, fields: FieldRegistry): boolean {
  if (impossibleFields(expression, fields).length > 0) return true;
  return impossibleRanges(expression, fields).length > 0;
}

function disjunction(children: readonly Expression[]): Expression {
  const whole = or(children);
  if (isCondition(whole) || whole.type !== "or") return whole;
  const parts = distinct(mergeLists(whole.of, (a, b) => [...a.values, ...b.values]));
  if (parts.some(isEverything) || saysBoth(parts)) return everything;
  return or(absorb(parts, "and"));
}

/** Something beside its own opposite. */
function saysBoth(parts: readonly Expression[]): boolean {
  const keys = new Set(parts.map(keyOf));
  return parts.some((part) => part.type === "not" && keys.has(keyOf(part.of)));
}

/** `a OR (a b)` is `a`, and so is `a (a OR b)`. */
function absorb(parts: readonly Expression[], inner: "and" | "or"): readonly Expression[] {
  const keys = new Set(parts.map(keyOf));
  return parts.filter((part) => {
    const compound = !isCondition(part) && part.type === inner;
    return !compound || !part.of.some((child) => keys.has(keyOf(child)));
  });
}

function distinct(parts: readonly Expression[]): readonly Expression[] {
  return [
    ...new Map(parts.map((part) => [keyOf(part), part] as const).reverse()).values(),
  ].reverse();
}

type Merge = (a: IsCondition, b: IsCondition) => readonly string[] | undefined;

/** Joins lists of the same field; the first keeps its place. */
function mergeLists(parts: readonly Expression[], merge: Merge): readonly Expression[] {
  const merged: Expression[] = [];
  const placeOf = new Map<string, number>();
  for (const part of parts) {
    const place = part.type === "is" ? placeOf.get(part.field) : undefined;
    const before = place === undefined ? undefined : merged[place];
    const values = part.type === "is" && before?.type === "is" ? merge(before, part) : undefined;
    if (place !== undefined && values !== undefined && part.type === "is") {
      merged[place] = is(part.field, values);
    } else {
      if (part.type === "is" && place === undefined) placeOf.set(part.field, merged.length);
      merged.push(part);
    }
  }
  return merged;
}

/** What two lists share, where names are certain: "me" may be one of the others. */
function common(
  a: IsCondition,
  b: IsCondition,
  fields: FieldRegistry,
): readonly string[] | undefined {
  const field = fields.get(a.field);
  if (field === undefined || isMany(field)) return undefined;
  const certain = [...a.values, ...b.values].every((value) => isStorable(field, fields, value));
  const self = field.kind === "person" || field.kind === "team" || field.kind === "organization";
  const names = [...a.values, ...b.values].some((value) => value === "me" || value === "mine");
  return certain && !(self && names)
    ? a.values.filter((value) => b.values.includes(value))
    : undefined;
}
