import { quote } from "./characters";
import { writeDuration } from "./duration-text";
import { type Bounds, type Condition, type Expression, isCondition } from "./expression";
import type { Field, FieldRegistry } from "./fields";
import { writeMoment } from "./moment-text";
import type { Moment } from "./moments";
import { type Names, noNames } from "./names";
import { namesOf } from "./read-value";
import { writeValue, writeWord } from "./write-value";

export interface PrintOptions {
  readonly fields: FieldRegistry;
  readonly names?: Names;
}

/** The text that `parse` reads as this expression again. */
export function print(expression: Expression, { fields, names = noNames }: PrintOptions): string {
  return written(expression, { fields, names });
}

type Writing = Required<PrintOptions>;

function written(expression: Expression, writing: Writing): string {
  if (isCondition(expression)) return writeCondition(expression, writing);
  if (expression.type === "not") {
    const { of } = expression;
    if (of.type === "none") return `${of.field}:any`;
    const inner = written(of, writing);
    return isCondition(of) || listed(of, writing) !== undefined ? `-${inner}` : `-(${inner})`;
  }
  if (expression.type === "or") {
    if (expression.of.length === 0) return "-()";
    const list = listed(expression, writing);
    if (list !== undefined) return list;
  }
  const parts = expression.of.map((child) => {
    const plain = isCondition(child) || child.type === "not" || listed(child, writing);
    return plain ? written(child, writing) : `(${written(child, writing)})`;
  });
  return parts.join(expression.type === "or" ? " OR " : " ");
}

/** `assignee:me,none`: alternatives of one field, of which at most one is a list of values. */
function listed(expression: Expression, writing: Writing): string | undefined {
  if (expression.type !== "or" || expression.of.length < 2) return undefined;
  const conditions = expression.of.filter(isCondition);
  const [first] = conditions;
  if (first === undefined || conditions.length < expression.of.length) return undefined;
  const together = conditions.every(({ field, type }) => field === first.field && type !== "text");
  const lists = conditions.filter(({ type }) => type === "is").length;
  if (!together || lists > 1) return undefined;
  const pieces = conditions.map((condition) => writePieces(condition, writing));
  return `${first.field}:${pieces.join(",")}`;
}

function writeCondition(condition: Condition, writing: Writing): string {
  if (condition.type === "text" && condition.field === writing.fields.fullText?.name) {
    return condition.phrase ? quote(condition.text) : condition.text;
  }
  return `${condition.field}:${writePieces(condition, writing)}`;
}

function writePieces(condition: Condition, { fields, names }: Writing): string {
  const field = fields.get(condition.field);
  switch (condition.type) {
    case "none":
      return "none";
    case "is": {
      const index = field && namesOf(field, fields, names);
      const known: Field = field ?? { name: condition.field, kind: "tag" };
      return condition.values.map((value) => writeValue(known, value, index)).join(",");
    }
    case "contains":
      return writeWord(condition.text);
    case "text":
      return condition.phrase ? quote(condition.text) : condition.text;
    case "number":
      return writeBounds(condition.bounds, field?.kind === "duration" ? writeDuration : String);
    case "date":
      return writeDates(condition.bounds, field?.ahead === true);
  }
}

function writeBounds<T>(bounds: Bounds<T>, write: (value: T) => string): string {
  if (bounds.op !== "between") return `${bounds.op}${write(bounds.than)}`;
  const [from, to] = [write(bounds.from), write(bounds.to)];
  return from === to ? from : `${from}..${to}`;
}

const mirrored = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

/** Ages as people say them: later than three days ago is `<3d`. */
function writeDates(bounds: Bounds<Moment>, ahead: boolean): string {
  if (bounds.op !== "between" && "fromNow" in bounds.than) {
    const { fromNow, unit } = bounds.than;
    if (ahead && fromNow > 0) return `${bounds.op}${fromNow}${unit}`;
    if (!ahead && fromNow < 0) return `${mirrored[bounds.op]}${-fromNow}${unit}`;
  }
  return writeBounds(bounds, writeMoment);
}
