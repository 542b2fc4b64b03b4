import { type Asking, type Concrete, concrete } from "./concrete";
import { type Condition, type Expression, isCondition } from "./expression";
import { type Field, type FieldRegistry, isMany } from "./fields";

/** Unknown means: ask the database. A yes or a no is never wrong. */
export type Answer = "yes" | "no" | "unknown";

export interface MatchOptions<Row> extends Asking {
  readonly fields: FieldRegistry<Field<Row>>;
}

/** Whether a row that an event brought fulfils a filter, as far as the row can tell. */
export function matches<Row>(expression: Expression, row: Row, options: MatchOptions<Row>): Answer {
  if (isCondition(expression)) return answer(expression, row, options);
  if (expression.type === "not") return opposite[matches(expression.of, row, options)];
  const decides = expression.type === "and" ? "no" : "yes";
  let result: Answer = opposite[decides];
  for (const child of expression.of) {
    const childAnswer = matches(child, row, options);
    if (childAnswer === decides) return decides;
    if (childAnswer === "unknown") result = "unknown";
  }
  return result;
}

const opposite = { yes: "no", no: "yes", unknown: "unknown" } as const;

function answer<Row>(condition: Condition, row: Row, options: MatchOptions<Row>): Answer {
  const field = options.fields.get(condition.field);
  const asked = concrete(condition, field, options.fields, options);
  if (field?.read === undefined || asked === undefined) return "unknown";
  const value = field.read(row);
  if (value === undefined || asked.type === "text") return "unknown";
  return isMany(field) ? ofMany(asked, value) : ofOne(asked, value, field);
}

function ofMany(asked: Concrete, value: unknown): Answer {
  const held = value === null ? [] : value;
  if (!Array.isArray(held) || !held.every((item) => typeof item === "string")) return "unknown";
  if (asked.type === "none") return yes(held.length === 0);
  return asked.type === "anyOf" ? anyOf(asked, held) : "unknown";
}

function ofOne(asked: Concrete, value: unknown, field: Field): Answer {
  if (asked.type === "none") return yes(value === null);
  if (value === null) return asked.type === "anyOf" ? anyOf(asked, []) : "no";
  switch (asked.type) {
    case "anyOf": {
      const held = field.kind === "boolean" && value === true ? "yes" : value;
      const plain = field.kind === "boolean" && held === false ? "no" : held;
      return typeof plain === "string" ? anyOf(asked, [plain]) : "unknown";
    }
    case "contains":
      return typeof value === "string" ? contains(value, asked.text) : "unknown";
    case "within": {
      const at = field.kind === "date" ? millisecondsOf(value) : value;
      if (typeof at !== "number" || Number.isNaN(at)) return "unknown";
      return within(asked, at, field.kind === "date");
    }
    case "text":
      return "unknown";
  }
}

function anyOf(asked: Extract<Concrete, { type: "anyOf" }>, held: readonly string[]): Answer {
  if (asked.values.some((value) => held.includes(value))) return "yes";
  return asked.words.length > 0 ? "unknown" : "no";
}

function within(
  asked: Extract<Concrete, { type: "within" }>,
  at: number,
  rounded: boolean,
): Answer {
  const { from, to } = asked;
  if (from !== undefined && (at < from.at || (at === from.at && !from.inclusive))) {
    // The database counts microseconds: what reads as the same millisecond may be just after it.
    return rounded && at === from.at ? "unknown" : "no";
  }
  if (to !== undefined && (at > to.at || (at === to.at && !to.inclusive))) return "no";
  return rounded && to !== undefined && at === to.at ? "unknown" : "yes";
}

function millisecondsOf(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  return typeof value === "string" ? Date.parse(value) : undefined;
}

/**
 * The database folds letters by its own locale. Sure are only: a part that stands there letter by
 * letter, and ASCII, as long as none of the letters whose lower case is ASCII is about.
 */
function contains(value: string, part: string): Answer {
  if (value.includes(part)) return "yes";
  const plainPart = /^[\0-\x7f]*$/u.test(part);
  if (!plainPart || /[\u0130\u212a]/u.test(value)) return "unknown";
  return yes(lower(value).includes(lower(part)));
}

const lower = (text: string): string => text.replace(/[A-Z]/gu, (letter) => letter.toLowerCase());

const yes = (truth: boolean): Answer => (truth ? "yes" : "no");
