import { and, is, not, or } from "./build";
import { type Condition, conditionsOf, type Expression, type TextCondition } from "./expression";
import type { FieldRegistry } from "./fields";
import type { Moment } from "./moments";
import type { NameIndex, Names } from "./names";
import { isStorable, selfWord, storesUuid } from "./read-value";

export function fieldsOf(expression: Expression): readonly string[] {
  return [...new Set(conditionsOf(expression).map(({ field }) => field))];
}

/** Whether tickets come and go by the clock alone, so that a list has to be asked for again. */
export function dependsOnTime(expression: Expression): boolean {
  return conditionsOf(expression).some((condition) => momentsOf(condition).some(moves));
}

/** Whether two people who ask the same get different answers. */
export function dependsOnActor(expression: Expression, fields: FieldRegistry): boolean {
  return conditionsOf(expression).some((condition) => {
    const field = fields.get(condition.field);
    const self = field && selfWord(field);
    return condition.type === "is" && self !== undefined && condition.values.includes(self);
  });
}

/** Whether more than the name of who asks decides: in whose day something was, whose teams are meant. */
export function dependsOnAsker(expression: Expression): boolean {
  return conditionsOf(expression).some(
    (condition) =>
      momentsOf(condition).some(isOfDays) ||
      (condition.type === "is" && condition.values.includes("mine")),
  );
}

/** For search, which asks for words in its own way: the words that must occur, and all the rest. */
export interface SplitText {
  readonly terms: readonly TextCondition[];
  readonly excluded: readonly TextCondition[];
  readonly rest: Expression;
  /** False when words also stand in alternatives or groups within the rest. */
  readonly complete: boolean;
}

export function splitText(expression: Expression): SplitText {
  const parts = expression.type === "and" ? expression.of : [expression];
  const terms: TextCondition[] = [];
  const excluded: TextCondition[] = [];
  const others: Expression[] = [];
  for (const part of parts) {
    if (part.type === "text") terms.push(part);
    else if (part.type === "not" && part.of.type === "text") excluded.push(part.of);
    else others.push(part);
  }
  const rest = and(others);
  const complete = conditionsOf(rest).every(({ type }) => type !== "text");
  return { terms, excluded, rest, complete };
}

export interface WrittenName {
  readonly field: string;
  readonly written: string;
}

/** Names in a filter that are not ids yet, such as an address; look them up, then `substitute`. */
export function writtenNames(
  expression: Expression,
  fields: FieldRegistry,
): readonly WrittenName[] {
  return conditionsOf(expression).flatMap((condition) => {
    const field = fields.get(condition.field);
    if (condition.type !== "is" || field === undefined || !storesUuid(field)) return [];
    return condition.values
      .filter((value) => value !== selfWord(field) && !isStorable(field, fields, value))
      .map((written) => ({ field: condition.field, written }));
  });
}

/** Ids of people, teams and organizations in a filter; a sentence says what they are called. */
export function idsIn(expression: Expression, fields: FieldRegistry): readonly string[] {
  const ids = conditionsOf(expression).flatMap((condition) => {
    const field = fields.get(condition.field);
    if (condition.type !== "is" || field === undefined || !storesUuid(field)) return [];
    return condition.values.filter((value) => isStorable(field, fields, value));
  });
  return [...new Set(ids)];
}

/** What ids are called, for sentences: for whatever such field one stands in. Nothing is looked up by name. */
export function namesForIds(
  named: readonly { id: string; name: string }[],
  fields: FieldRegistry,
): Names {
  const all = named.map(({ id, name }) => ({ value: id, label: name }));
  const byId = new Map(all.map((one) => [one.value, one]));
  const index: NameIndex = {
    all,
    complete: false,
    find: () => [],
    get: (id) => byId.get(id),
    write: (id) => id,
  };
  return new Map(fields.all.filter(storesUuid).map((field) => [field.list ?? field.name, index]));
}

/** The same filter with ids for names; a name that means several becomes all of them. */
export function substitute(
  expression: Expression,
  idsOf: (name: WrittenName) => readonly string[] | undefined,
): Expression {
  if (expression.type === "not") return not(substitute(expression.of, idsOf));
  if (expression.type === "and" || expression.type === "or") {
    const children = expression.of.map((child) => substitute(child, idsOf));
    return expression.type === "and" ? and(children) : or(children);
  }
  if (expression.type !== "is") return expression;
  const { field } = expression;
  return is(
    field,
    expression.values.flatMap((written) => idsOf({ field, written }) ?? [written]),
  );
}

/** The same filter under a tag's new name. */
export const withTag = (expression: Expression, name: string, becomes: string): Expression =>
  substitute(expression, ({ field, written }) =>
    field === "tag" && written === name ? [becomes] : undefined,
  );

function momentsOf(condition: Condition): readonly Moment[] {
  if (condition.type !== "date") return [];
  const { bounds } = condition;
  return bounds.op === "between" ? [bounds.from, bounds.to] : [bounds.than];
}

/** Days, and times without a zone, are those of who asks. */
const isOfDays = (moment: Moment): boolean =>
  "period" in moment || ("at" in moment && !moment.at.endsWith("Z"));

const moves = (moment: Moment): boolean => !("at" in moment);
