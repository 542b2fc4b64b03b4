import { describeDates, describeNumbers, durationWords } from "./describe-bounds";
import {
  type Condition,
  type Expression,
  type IsCondition,
  isCondition,
  isEverything,
  isNothing,
} from "./expression";
import { type Field, type FieldRegistry, labelOf } from "./fields";
import { type Names, noNames } from "./names";
import { isStorable, namesOf, storesUuid } from "./read-value";

export interface DescribeOptions {
  readonly fields: FieldRegistry;
  readonly names?: Names;
}

/** Longer lists are counted, not read. */
const valuesNamedMax = 5;

/** "Open or pending, assigned to me, tagged billing, created in the last 3 days". */
export function describe(
  expression: Expression,
  { fields, names = noNames }: DescribeOptions,
): string {
  if (isEverything(expression)) return "Everything";
  if (isNothing(expression)) return "Nothing";
  const words = sentence(expression, { fields, names });
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

type Telling = Required<DescribeOptions>;

function sentence(expression: Expression, telling: Telling): string {
  if (isCondition(expression) || expression.type === "not") return part(expression, telling);
  if (expression.type === "and") {
    return expression.of.map((child) => part(child, telling)).join(", ");
  }
  return expression.of.map((child) => part(child, telling)).join(", or ");
}

/** One piece of the sentence, which commas set apart from the others. */
function part(expression: Expression, telling: Telling): string {
  if (isCondition(expression)) return affirmed(expression, telling);
  if (expression.type === "not") {
    return isCondition(expression.of)
      ? denied(expression.of, telling)
      : `not (${inner(expression.of, telling)})`;
  }
  return inner(expression, telling);
}

function inner(expression: Expression, telling: Telling): string {
  if (isCondition(expression) || expression.type === "not") return part(expression, telling);
  if (expression.of.length === 0) return expression.type === "and" ? "everything" : "nothing";
  const words = expression.of.map((child) => {
    const simple = isCondition(child) || child.type === "not";
    return simple ? part(child, telling) : `(${inner(child, telling)})`;
  });
  return words.join(expression.type === "and" ? " and " : " or ");
}

function affirmed(condition: Condition, telling: Telling): string {
  const field: Field = telling.fields.get(condition.field) ?? unknownField(condition);
  const label = midSentence(labelOf(field));
  switch (condition.type) {
    case "none":
      return field.words?.none ?? `no ${label}`;
    case "is": {
      if (field.kind === "boolean") return yesOrNo(condition.values, field, label);
      const values = valueWords(condition, field, telling, "or");
      return fill(field.words?.is ?? (field.kind === "enum" ? "{}" : `${label} {}`), values);
    }
    case "contains":
      return fill(field.words?.is ?? `${label} contains {}`, `“${condition.text}”`);
    case "text":
      return field === telling.fields.fullText
        ? fill(field.words?.is ?? "containing {}", `“${condition.text}”`)
        : fill(field.words?.is ?? `${label} contains {}`, `“${condition.text}”`);
    case "number": {
      const words = describeNumbers(
        condition.bounds,
        field.kind === "duration" ? durationWords : String,
      );
      return fill(field.words?.is ?? `${label} {}`, words);
    }
    case "date":
      return `${field.words?.when ?? label} ${describeDates(condition.bounds, field.ahead === true)}`;
  }
}

function denied(condition: Condition, telling: Telling): string {
  const field = telling.fields.get(condition.field) ?? unknownField(condition);
  if (condition.type === "none") {
    return field.words?.any ?? `with any ${midSentence(labelOf(field))}`;
  }
  if (condition.type !== "is" || field.kind === "boolean") {
    return `not ${affirmed(condition, telling)}`;
  }
  const values = valueWords(condition, field, telling, "or");
  return field.words?.not === undefined
    ? `not ${affirmed(condition, telling)}`
    : fill(field.words.not, values);
}

function yesOrNo(values: readonly string[], field: Field, label: string): string {
  if (values.length > 1) return field.words?.any ?? `with or without ${label}`;
  if (values[0] === "yes") return field.words?.is ?? `with ${label}`;
  return field.words?.not ?? `without ${label}`;
}

function valueWords(
  { values }: IsCondition,
  field: Field,
  { fields, names }: Telling,
  joint: string,
): string {
  const index = namesOf(field, fields, names);
  const words = values.map((value) => {
    if (value === "me" && field.kind === "person") return "me";
    if (value === "mine" && field.kind === "team") return "my team";
    if (value === "mine" && field.kind === "organization") return "my organization";
    const label = index?.get(value)?.label ?? goneWords(field, fields, value) ?? value;
    return field.kind === "enum" ? midSentence(label) : label;
  });
  const more = words.length - valuesNamedMax;
  const named = more > 1 ? [...words.slice(0, valuesNamedMax), `${more} others`] : words;
  const last = named.at(-1) ?? "";
  return named.length < 2 ? last : `${named.slice(0, -1).join(", ")} ${joint} ${last}`;
}

/** An id says nothing to anybody: who or what it was is not there any more. */
function goneWords(field: Field, fields: FieldRegistry, value: string): string | undefined {
  if (!storesUuid(field) || !isStorable(field, fields, value)) return undefined;
  if (field.kind === "team") return "a team that is gone";
  return field.kind === "organization" ? "an organization that is gone" : "a person who left";
}

const fill = (words: string, values: string): string => words.split("{}").join(values);

/** "Status" becomes "status", but "SLA" stays. */
function midSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;
}

const unknownField = ({ field }: Condition): Field => ({ name: field, kind: "tag" });
