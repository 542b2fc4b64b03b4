import sql, { empty, join, type Sql } from "sql-template-tag";
import { AppError } from "@/platform/errors";
import { type Asking, type Concrete, concrete, type Edge, misfits } from "./rules/concrete";
import { type Condition, type Expression, isCondition } from "./rules/expression";
import { type Field, type FieldRegistry, isMany, type SqlField } from "./rules/fields";

export interface CompileOptions extends Asking {
  readonly fields: FieldRegistry<SqlField>;
  /** The alias of the table in the caller's statement, such as `raw("t")`. */
  readonly row: Sql;
}

const always = sql`true`;
const never = sql`false`;

/**
 * The condition for a WHERE; all values are bound. It may be NULL where it is not true, so that
 * indexes can be used: to turn it round, compile `not(expression)`, never write NOT before it.
 * Two conditions that `values` cannot prove to the planner (partial indexes want literals) are the
 * caller's: see `valuesOf`.
 */
export function compile(expression: Expression, options: CompileOptions): Sql {
  const gone = misfits(expression, options.fields);
  if (gone.length > 0) throw new AppError("filter_field_gone", { detail: { fields: gone } });
  return compiled(expression, options, false);
}

/** Negation is carried down to the conditions, where an empty field can be told from a false one. */
function compiled(expression: Expression, options: CompileOptions, negated: boolean): Sql {
  if (isCondition(expression)) return condition(expression, options, negated);
  if (expression.type === "not") return compiled(expression.of, options, !negated);
  const all = (expression.type === "and") !== negated;
  const parts = expression.of.map((child) => compiled(child, options, negated));
  if (parts.length === 0) return all ? always : never;
  return join(parts, all ? " and " : " or ", "(", ")");
}

function condition(asked: Condition, options: CompileOptions, negated: boolean): Sql {
  const field = options.fields.get(asked.field);
  const question = concrete(asked, field, options.fields, options);
  if (field === undefined || question === undefined) {
    throw new AppError("filter_field_gone", { detail: { fields: [asked.field] } });
  }
  const opposite = negated ? field.whereNot : undefined;
  if (opposite !== undefined && question.type !== "within" && question.type !== "contains")
    return sql`(${opposite(options.row, question)})`;
  const turned = negated ? complement(question, field, options.fields) : undefined;
  const narrowed = field.narrow?.(options.row, turned ?? question);
  const plainly = positively(turned ?? question, field, options.row);
  const positive = narrowed === undefined ? plainly : sql`(${narrowed} and ${plainly})`;
  // Never unknown itself, and said so that an index of what is not empty can answer.
  if (negated && question.type === "none" && field.where === undefined && !isMany(field))
    return sql`${field.sql?.(options.row) ?? empty} is not null`;
  return negated && turned === undefined ? sql`(${positive}) is not true` : positive;
}

/** "Not closed" of a field that is never empty is a list of what it can be, and indexes know lists. */
function complement(question: Concrete, field: Field, fields: FieldRegistry): Concrete | undefined {
  const own = fields.valuesOf(field.name);
  const listed = question.type === "anyOf" && own !== undefined && field.kind === "enum";
  if (!listed || field.required !== true || isMany(field)) return undefined;
  const values = own.all.map(({ value }) => value).filter((v) => !question.values.includes(v));
  return { type: "anyOf", values, words: [] };
}

function positively(question: Concrete, field: SqlField, row: Sql): Sql {
  if (question.type === "anyOf" && question.values.length + question.words.length === 0) {
    return never;
  }
  if (field.where !== undefined && question.type !== "within" && question.type !== "contains") {
    return sql`(${field.where(row, question)})`;
  }
  // Guaranteed by the type of SqlField: what has no condition of its own has a column.
  const column = field.sql?.(row) ?? empty;
  switch (question.type) {
    case "none":
      return isMany(field) ? emptyArray(column) : sql`${column} is null`;
    case "anyOf":
      return anyOf(question.values, field, column);
    case "contains":
      return sql`${column} ilike ${`%${question.text.replace(/[\\%_]/gu, "\\$&")}%`}`;
    case "within":
      return within(question, field, column);
    case "text":
      return never;
  }
}

const emptyArray = (column: Sql): Sql => sql`coalesce(cardinality(${column}), 0) = 0`;

function anyOf(values: readonly string[], field: Field, column: Sql): Sql {
  if (field.kind === "boolean") {
    const [first, second] = values;
    if (second !== undefined) return sql`${column} is not null`;
    return first === "yes" ? sql`${column} is true` : sql`${column} is false`;
  }
  // The parameter takes the column's own type: text, uuid or a type of enumerated values.
  if (isMany(field)) return sql`${column} && ${[...values]}`;
  const [only] = values;
  return values.length === 1 ? sql`${column} = ${only}` : sql`${column} = any(${[...values]})`;
}

function within(question: Extract<Concrete, { type: "within" }>, field: Field, column: Sql): Sql {
  const { from, to } = question;
  const parts: Sql[] = [];
  if (from !== undefined) {
    const bound = edge(from, field, Math.ceil, Math.floor);
    parts.push(from.inclusive ? sql`${column} >= ${bound}` : sql`${column} > ${bound}`);
  }
  if (to !== undefined) {
    const bound = edge(to, field, Math.floor, Math.ceil);
    parts.push(to.inclusive ? sql`${column} <= ${bound}` : sql`${column} < ${bound}`);
  }
  return join(parts, " and ", "(", ")");
}

/** A cast on the value keeps a number too large for the column from being an error. */
function edge(
  { at, inclusive }: Edge,
  field: Field,
  roundInclusive: (value: number) => number,
  roundExclusive: (value: number) => number,
): Sql {
  if (field.kind === "date") return sql`${new Date(at)}::timestamptz`;
  if (field.integer === true) {
    const whole = inclusive ? roundInclusive(at) : roundExclusive(at);
    return sql`${whole}::bigint`;
  }
  return sql`${at}::numeric`;
}
