import { type Bounds, type Condition, type Expression, isCondition } from "./expression";
import type { Field, FieldRegistry } from "./fields";
import { type Moment, type Stretch, stretchOf } from "./moments";
import { isStorable, storesUuid } from "./read-value";

/** Whom "me" and "mine" stand for. Nobody, where no person asks: policies, rules. */
export interface Actor {
  readonly id: string;
  readonly teamIds?: readonly string[];
  readonly organizationIds?: readonly string[];
}

/** What turns a kept filter into a question of this moment. */
export interface Asking {
  readonly now: Date;
  readonly actor?: Actor | undefined;
  /** In which days and weeks start; UTC if nothing is said. */
  readonly zone?: string;
}

export interface Edge {
  readonly at: number;
  readonly inclusive: boolean;
}

/** A condition with nothing left to look up: times in milliseconds, durations in the column's unit. */
export type Concrete =
  | {
      readonly type: "anyOf";
      readonly values: readonly string[];
      /**
       * Names that nobody has turned into a value of the column: a field's own `where` may know
       * them, and the predicate does not.
       */
      readonly words: readonly string[];
    }
  | { readonly type: "none" }
  | { readonly type: "within"; readonly from?: Edge; readonly to?: Edge }
  | { readonly type: "contains"; readonly text: string }
  | { readonly type: "text"; readonly text: string; readonly phrase: boolean };

/**
 * The database and the predicate for live events both start here, so that they cannot differ about
 * what is asked. `undefined` if the field is gone or is now of another kind.
 */
export function concrete(
  condition: Condition,
  field: Field | undefined,
  fields: FieldRegistry,
  asking: Asking,
): Concrete | undefined {
  if (field === undefined || !fits(condition, field)) return undefined;
  switch (condition.type) {
    case "none":
      return { type: "none" };
    case "is": {
      const all = condition.values.flatMap((value) => persons(field, value, asking.actor));
      const distinct = [...new Set(all)];
      const values = distinct.filter((value) => isStorable(field, fields, value));
      const named = field.knowsWords === true || storesUuid(field);
      const isWord = (value: string) => named && !values.includes(value);
      return { type: "anyOf", values, words: distinct.filter(isWord) };
    }
    case "contains":
      return { type: "contains", text: condition.text };
    case "text":
      return { type: "text", text: condition.text, phrase: condition.phrase };
    case "number": {
      const unit = field.kind === "duration" ? (field.unitSeconds ?? 60) : 1;
      return within(condition.bounds, (value) => ({ startMs: value / unit, endMs: value / unit }));
    }
    case "date": {
      const { now, zone = "UTC" } = asking;
      return within(condition.bounds, (moment: Moment) => stretchOf(moment, now, zone));
    }
  }
}

function fits(condition: Condition, field: Field): boolean {
  switch (condition.type) {
    case "none":
      return field.kind !== "fullText";
    case "contains":
      return field.kind === "text";
    case "text":
      return field.kind === "fullText";
    case "number":
      return field.kind === "number" || field.kind === "duration";
    case "date":
      return field.kind === "date";
    case "is":
      return !["text", "fullText", "number", "duration", "date"].includes(field.kind);
  }
}

/** The fields that a kept filter names and that are gone, or are of another kind by now. */
export function misfits(expression: Expression, fields: FieldRegistry): readonly string[] {
  if (isCondition(expression)) {
    const field = fields.get(expression.field);
    return field !== undefined && fits(expression, field) ? [] : [expression.field];
  }
  const children = expression.type === "not" ? [expression.of] : expression.of;
  return [...new Set(children.flatMap((child) => misfits(child, fields)))];
}

function persons(field: Field, value: string, actor: Actor | undefined): readonly string[] {
  if (field.kind === "person" && value === "me") return actor === undefined ? [] : [actor.id];
  if (value !== "mine") return [value];
  if (field.kind !== "team" && field.kind !== "organization") return [value];
  if (actor === undefined) return [];
  // Left as it is written where nobody has looked up which they are.
  return (field.kind === "team" ? actor.teamIds : actor.organizationIds) ?? [value];
}

function within<T>(bounds: Bounds<T>, stretchOfValue: (value: T) => Stretch): Concrete {
  if (bounds.op === "between") {
    const [from, to] = [stretchOfValue(bounds.from), stretchOfValue(bounds.to)];
    return { type: "within", from: { at: from.startMs, inclusive: true }, to: until(to) };
  }
  const { startMs, endMs } = stretchOfValue(bounds.than);
  const isPeriod = endMs > startMs;
  // After a day means from the next day on; up to a day means until the next one starts.
  if (bounds.op === ">") return { type: "within", from: { at: endMs, inclusive: isPeriod } };
  if (bounds.op === ">=") return { type: "within", from: { at: startMs, inclusive: true } };
  if (bounds.op === "<") return { type: "within", to: { at: startMs, inclusive: false } };
  return { type: "within", to: until({ startMs, endMs }) };
}

function until({ startMs, endMs }: Stretch): Edge {
  return { at: endMs, inclusive: endMs === startMs };
}
