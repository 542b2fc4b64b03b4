import type { Sql } from "sql-template-tag";
import { fold } from "./characters";
import { filterLimits } from "./limits";
import { type NamedValue, type NameIndex, nameIndex } from "./names";

export type FieldKind =
  | "enum"
  | "person"
  | "team"
  | "organization"
  | "tag"
  | "text"
  | "date"
  | "duration"
  | "number"
  | "boolean"
  | "fullText";

/**
 * What a custom piece of SQL is asked; "not" is wrapped around it by the compiler. `values` can
 * stand in the column; `words` are names that nobody has turned into one, such as an address.
 */
export type Asked =
  | {
      readonly type: "anyOf";
      readonly values: readonly string[];
      readonly words: readonly string[];
    }
  | { readonly type: "none" }
  | { readonly type: "text"; readonly text: string; readonly phrase: boolean };

/** `row` is the alias of the table in the caller's statement, such as `t`. */
export type Column = (row: Sql) => Sql;
export type Where = (row: Sql, asked: Asked) => Sql;

/** Words for a sentence; `{}` stands for the values. Without them the label is used. */
export interface FieldWords {
  readonly is?: string;
  readonly not?: string;
  readonly none?: string;
  readonly any?: string;
  /** The verb before a time: "created" in the last 3 days. */
  readonly when?: string;
}

/** A field of tickets, registered by the module that owns it. */
export interface Field<Row = never> {
  /** Lower case, as it is stored; letters, digits, `_`, `-` and `.`. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly label?: string;
  readonly aliases?: readonly string[];
  readonly words?: FieldWords;
  /** All values of an enum, in their order. */
  readonly values?: readonly (string | NamedValue)[];
  /** `priority:>=high` counts by the order of the values. */
  readonly ordered?: boolean;
  /** Never empty, and never anything but one of `values`. */
  readonly required?: boolean;
  /** Holds several at once; tags do. The column is an array. */
  readonly many?: boolean;
  /** Which list of names its ids have (see names.ts); the field's own name if nothing is said. */
  readonly list?: string;
  /** What the column holds. People, teams and organizations are uuid, everything else text. */
  readonly stored?: "uuid" | "text";
  /** Numbers without fraction: an index on an integer column can then be used. */
  readonly integer?: boolean;
  /** One unit of a duration's column in seconds; 60 when it counts minutes. */
  readonly unitSeconds?: number;
  /** Dates that lie ahead: `due:<2h` is "in less than 2 hours", not "less than 2 hours ago". */
  readonly ahead?: boolean;
  /** `#10421` is short for `number:10421` when its number field has this. */
  readonly sigil?: "#";
  /** What a row that came with an event says: undefined is not carried, null is empty. */
  readonly read?: (row: Row) => unknown;
  readonly sql?: Column;
  /** Instead of a column, a condition of its own: full text, or what stands in another table. */
  readonly where?: Where;
  /** The opposite of `where`, where it is more than that turned round: what it asks is bounded. */
  readonly whereNot?: Where;
  /** `where` also finds names that are no value of the column, such as an address. */
  readonly knowsWords?: boolean;
}

/** A field that the compiler can use. Browsers hold the same fields without SQL. */
export type SqlField<Row = never> = Field<Row> &
  ({ readonly sql: Column } | { readonly where: Where });

export interface FieldRegistry<F extends Field = Field> {
  readonly all: readonly F[];
  /** By the exact name, as in a stored expression. */
  get(name: string): F | undefined;
  /** By name, alias or label, as people write it. */
  find(written: string): F | undefined;
  /** The names of a field's own values, for enums and yes or no. */
  valuesOf(name: string): NameIndex | undefined;
  /** Where words without a field are searched. */
  readonly fullText: F | undefined;
  readonly numbered: F | undefined;
}

export function defineField<Row>(field: SqlField<Row>): SqlField<Row>;
export function defineField<Row>(field: Field<Row>): Field<Row>;
export function defineField<Row>(field: Field<Row>): Field<Row> {
  return field;
}

const yesAndNo: readonly NamedValue[] = [
  { value: "yes", label: "yes", aliases: ["true", "1"] },
  { value: "no", label: "no", aliases: ["false", "0"] },
];

/** Words of the language itself, which no field can be called. */
const reserved = new Set(["has", "is", "no", "not"]);

export function fieldRegistry<F extends Field>(fields: readonly F[]): FieldRegistry<F> {
  const byName = new Map<string, F>();
  const byWritten = new Map<string, F>();
  const values = new Map<string, NameIndex>();
  for (const field of fields) {
    const short = field.name.length <= filterLimits.fieldCharsMax;
    const wellFormed = short && /^\p{Ll}[\p{Ll}\p{N}_.-]*$/u.test(field.name);
    if (!wellFormed || reserved.has(field.name) || byName.has(field.name)) {
      throw new Error(`The filter field "${field.name}" is reserved, misspelt or there twice.`);
    }
    byName.set(field.name, field);
    if (field.kind === "boolean") values.set(field.name, nameIndex(yesAndNo));
    else if (field.values) values.set(field.name, nameIndex(field.values.map(named)));
  }
  // A name of one field wins over an alias of another.
  for (const field of fields) byWritten.set(fold(field.name), field);
  for (const field of fields) {
    for (const alias of [...(field.aliases ?? []), field.label ?? field.name]) {
      if (!byWritten.has(fold(alias))) byWritten.set(fold(alias), field);
    }
  }
  return {
    all: fields,
    get: (name) => byName.get(name),
    find: (written) => byName.get(written) ?? byWritten.get(fold(written)),
    valuesOf: (name) => values.get(name),
    fullText: fields.find((field) => field.kind === "fullText"),
    numbered: fields.find((field) => field.sigil === "#" && field.kind === "number"),
  };
}

export const isMany = (field: Field): boolean => field.many ?? field.kind === "tag";

export const labelOf = (field: Field): string => field.label ?? wordsOf(field.name);

function named(value: string | NamedValue): NamedValue {
  return typeof value === "string" ? { value, label: wordsOf(value) } : value;
}

const wordsOf = (name: string): string => name.replace(/[_-]+/gu, " ");
