import { cleanText, fold } from "./characters";
import { nearest } from "./distance";
import type { Expression } from "./expression";
import { type Field, type FieldRegistry, labelOf } from "./fields";
import type { Piece } from "./lex";
import { filterLimits } from "./limits";
import type { NamedValue, NameIndex, Names } from "./names";
import type { Place, Problems } from "./problems";
import { writeValue } from "./write-value";

/** A name that no list here knows; a server may look it up, see `substitute`. */
export interface Unresolved extends Place {
  readonly field: string;
  readonly written: string;
}

export interface Reading {
  readonly fields: FieldRegistry;
  readonly names: Names;
  readonly problems: Problems;
  readonly unresolved: Unresolved[];
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/** "me" and "mine" stand for whoever asks, until they ask. */
export function selfWord(field: Field): "me" | "mine" | undefined {
  if (field.kind === "person") return "me";
  return field.kind === "team" || field.kind === "organization" ? "mine" : undefined;
}

export function storesUuid(field: Field): boolean {
  return (field.stored ?? (selfWord(field) === undefined ? "text" : "uuid")) === "uuid";
}

/** Whether a value can stand in the field's column at all; PostgreSQL would refuse the statement. */
export function isStorable(field: Field, fields: FieldRegistry, value: string): boolean {
  if (storesUuid(field)) return uuid.test(value);
  const own = fields.valuesOf(field.name);
  return own === undefined || own.get(value) !== undefined;
}

export function namesOf(field: Field, fields: FieldRegistry, names: Names): NameIndex | undefined {
  return fields.valuesOf(field.name) ?? names.get(field.list ?? field.name);
}

/** The values that a written name stands for. What nobody knows is kept as it is written. */
export function readValues(field: Field, piece: Piece, reading: Reading): readonly string[] {
  const written = cleanText(piece.text).slice(0, filterLimits.valueCharsMax);
  const self = selfWord(field);
  const isSelf = !piece.quoted && (fold(written) === "me" || fold(written) === self);
  if (self !== undefined && isSelf) return [self];
  const index = namesOf(field, reading.fields, reading.names);
  const found = index?.find(written) ?? [];
  const [first] = found;
  if (index !== undefined && found.length > 1 && first !== undefined) {
    const labels = found.slice(0, 3).map((named) => named.label);
    const message = `“${written}” can be ${labels.join(" or ")}.`;
    reading.problems.add("ambiguous_value", piece, message, writeValue(field, first.value, index));
    return found.map((named) => named.value);
  }
  if (first !== undefined) return [first.value];
  if (storesUuid(field) && uuid.test(written.toLowerCase())) return [written.toLowerCase()];
  if (index?.complete === true) unknown(field, written, piece, index, reading);
  else if (index !== undefined || storesUuid(field)) {
    const { start, end } = piece;
    reading.unresolved.push({ field: field.name, written, start, end });
  }
  // Tags are kept in lower case, however somebody writes them.
  return [field.kind === "tag" ? written.normalize("NFC").toLowerCase() : written];
}

function unknown(field: Field, written: string, place: Place, index: NameIndex, reading: Reading) {
  if (reading.problems.full) return;
  const guess = nearest(written, index.all.slice(0, guessesMax), waysToCall);
  const message = `${labelOf(field)} is never “${written}”.`;
  const suggestion = guess && writeValue(field, guess.value, index);
  reading.problems.add("unknown_value", place, message, suggestion);
}

/** Guessing looks at every name; a list of ten thousand people would be felt while one types. */
const guessesMax = 2_000;

const waysToCall = (named: NamedValue) => [named.value, named.label, ...(named.aliases ?? [])];

/** `priority:>=high`: the values from there on, in the order of the field. */
export function readOrdered(field: Field, piece: Piece, reading: Reading): readonly string[] {
  const index = reading.fields.valuesOf(field.name);
  const [value = ""] = readValues(field, piece, reading);
  if (index === undefined) return [value];
  const all = index.all.map((named) => named.value);
  const at = all.indexOf(value);
  if (at < 0) return [value];
  if (piece.mark === ">") return all.slice(at + 1);
  if (piece.mark === ">=") return all.slice(at);
  return piece.mark === "<" ? all.slice(0, at) : all.slice(0, at + 1);
}

export const none = (field: Field): Expression => ({ type: "none", field: field.name });
