import { all, complement, type Domain, intersection, isEmpty, only, union } from "./domain";
import { type Condition, conditionsOf, type Expression, isCondition } from "./expression";
import { type Field, type FieldRegistry, isMany } from "./fields";
import { isStorable } from "./read-value";

/** What an enum field (or a yes or no) can still be in what matches; `none` is empty. */
export interface PossibleValues {
  readonly values: readonly string[];
  readonly none: boolean;
}

/**
 * Which values of a field can still match. Never too few; so a filter whose statuses leave out the
 * closed ones cannot reach a closed ticket. Undefined for a field without a list of its values.
 */
export function valuesOf(
  expression: Expression,
  fieldName: string,
  fields: FieldRegistry,
): PossibleValues | undefined {
  const field = fields.get(fieldName);
  const own = fields.valuesOf(fieldName);
  if (field === undefined || own === undefined) return undefined;
  const domain = domainOf(expression, field, fields);
  return {
    values: own.all.map(({ value }) => value).filter((value) => holds(domain, value)),
    none: field.required !== true && holds(domain, null),
  };
}

/** The fields that hold one value and can hold none of those that the filter asks for. */
export function impossibleFields(expression: Expression, fields: FieldRegistry): readonly Field[] {
  const names = [...new Set(conditionsOf(expression).map(({ field }) => field))];
  return names.flatMap((name) => {
    const field = fields.get(name);
    if (field === undefined || isMany(field)) return [];
    const possible = valuesOf(expression, name, fields);
    const noneLeft = possible !== undefined && possible.values.length === 0 && !possible.none;
    return noneLeft || isEmpty(domainOf(expression, field, fields)) ? [field] : [];
  });
}

function domainOf(
  expression: Expression,
  field: Field,
  fields: FieldRegistry,
  negated = false,
): Domain {
  if (isCondition(expression)) return conditionDomain(expression, field, fields, negated);
  if (expression.type === "not") return domainOf(expression.of, field, fields, !negated);
  const children = expression.of.map((child) => domainOf(child, field, fields, negated));
  if ((expression.type === "and") !== negated) return children.reduce(intersection, all);
  return children.reduce(union, only([]));
}

function conditionDomain(
  condition: Condition,
  field: Field,
  fields: FieldRegistry,
  negated: boolean,
): Domain {
  if (condition.field !== field.name || isMany(field)) return all;
  if (condition.type === "none") return negated ? complement(only([null])) : only([null]);
  if (condition.type !== "is") return negated ? all : complement(only([null]));
  const known = condition.values.filter((value) => isStorable(field, fields, value));
  const open = condition.values.some((value) => isOpen(value, field, fields));
  if (negated) return complement(only(known));
  return open ? complement(only([null])) : only(known);
}

/** "me" can be anybody, and so can an address. */
function isOpen(value: string, field: Field, fields: FieldRegistry): boolean {
  if (value === "me" && field.kind === "person") return true;
  if (value === "mine" && (field.kind === "team" || field.kind === "organization")) return true;
  return field.knowsWords === true && !isStorable(field, fields, value);
}

function holds(domain: Domain, value: string | null): boolean {
  return "only" in domain ? domain.only.has(value) : !domain.except.has(value);
}
