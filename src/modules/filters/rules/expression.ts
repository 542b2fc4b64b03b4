import type { Moment } from "./moments";

/** The version that is written; older ones are lifted when they are read (see schema.ts). */
export const filterVersion = 1;

export type Comparison = "<" | "<=" | ">" | ">=";

/** Comparisons of dates are chronological: ">" is later. */
export type Bounds<T> =
  | { readonly op: Comparison; readonly than: T }
  | { readonly op: "between"; readonly from: T; readonly to: T };

/** Any of the values. A field with many values (tags) is asked whether one of its own is among them. */
export interface IsCondition {
  readonly type: "is";
  readonly field: string;
  readonly values: readonly string[];
}

/** The field is empty. */
export interface NoneCondition {
  readonly type: "none";
  readonly field: string;
}

/** The words stand in a short text, as written, whatever their case. */
export interface ContainsCondition {
  readonly type: "contains";
  readonly field: string;
  readonly text: string;
}

/** Full text, which only the database can answer. A phrase is searched as it stands. */
export interface TextCondition {
  readonly type: "text";
  readonly field: string;
  readonly text: string;
  readonly phrase: boolean;
}

/** Numbers, and durations in seconds. */
export interface NumberCondition {
  readonly type: "number";
  readonly field: string;
  readonly bounds: Bounds<number>;
}

export interface DateCondition {
  readonly type: "date";
  readonly field: string;
  readonly bounds: Bounds<Moment>;
}

export type Condition =
  | IsCondition
  | NoneCondition
  | ContainsCondition
  | TextCondition
  | NumberCondition
  | DateCondition;

/**
 * Which tickets? Every condition is true or false of a ticket, never in between: an empty field
 * fulfils none of them but `none`, and `not` is the exact complement, so that "not assigned to Mia"
 * includes what nobody is assigned to.
 */
export type Expression =
  | Condition
  | { readonly type: "and"; readonly of: readonly Expression[] }
  | { readonly type: "or"; readonly of: readonly Expression[] }
  | { readonly type: "not"; readonly of: Expression };

/** How a filter is kept: in views, policies, rules, jobs. */
export interface Filter {
  readonly version: typeof filterVersion;
  readonly where: Expression;
}

export const everything: Expression = { type: "and", of: [] };
export const nothing: Expression = { type: "or", of: [] };

export const filterOf = (where: Expression): Filter => ({ version: filterVersion, where });

export function isCondition(expression: Expression): expression is Condition {
  return expression.type !== "and" && expression.type !== "or" && expression.type !== "not";
}

export function isNothing(expression: Expression): boolean {
  return expression.type === "or" && expression.of.length === 0;
}

export function isEverything(expression: Expression): boolean {
  return expression.type === "and" && expression.of.length === 0;
}

/** Levels of and, or, not. */
export function depthOf(expression: Expression): number {
  if (isCondition(expression)) return 0;
  const children = expression.type === "not" ? [expression.of] : expression.of;
  return 1 + children.reduce((deepest, child) => Math.max(deepest, depthOf(child)), 0);
}

export function conditionsOf(expression: Expression): readonly Condition[] {
  if (isCondition(expression)) return [expression];
  if (expression.type === "not") return conditionsOf(expression.of);
  return expression.of.flatMap(conditionsOf);
}
