import { is, or, text as textCondition } from "./build";
import { cleanText, fold } from "./characters";
import { readDuration } from "./duration-text";
import { type Bounds, type Expression, nothing } from "./expression";
import { type Field, labelOf } from "./fields";
import type { Piece } from "./lex";
import { filterLimits } from "./limits";
import type { Place, ProblemCode, Problems } from "./problems";
import { readBounds, readDateBounds, readNumber } from "./read-bounds";
import { none, type Reading, readOrdered, readValues } from "./read-value";

/** One piece after the colon: values that join a list, a condition, or undefined if it is left out. */
type Read = { readonly values: readonly string[] } | { readonly expression: Expression };

/**
 * What stands after a field's colon: any of the pieces; plain values become one list. What cannot
 * be read is left out and is a problem; undefined if nothing remains.
 */
export function readCondition(
  field: Field,
  pieces: readonly Piece[],
  reading: Reading,
): Expression | undefined {
  const alternatives: Expression[] = [];
  const values = new Set<string>();
  let valuesAt: number | undefined;
  for (const piece of pieces) {
    if (!piece.closed) reading.problems.add("open_quote", piece, "This quote is not closed.");
    const read = readPiece(field, piece, reading);
    if (read === undefined) continue;
    if ("expression" in read) {
      alternatives.push(read.expression);
      continue;
    }
    valuesAt ??= alternatives.push(nothing) - 1;
    for (const value of read.values) values.add(value);
  }
  if (valuesAt !== undefined) alternatives[valuesAt] = listOf(field, values, pieces, reading);
  return alternatives.length === 0 ? undefined : or(alternatives);
}

function readPiece(field: Field, piece: Piece, reading: Reading): Read | undefined {
  const { problems } = reading;
  const label = labelOf(field);
  const bad = (code: ProblemCode, message: string) => problems.add(code, piece, message);
  if (cleanText(piece.text).trim() === "") {
    bad("missing_value", `${label} needs a value here.`);
    return undefined;
  }
  if (field.kind === "fullText") {
    return { expression: words(field, piece, piece.quoted, problems) };
  }
  const word = piece.quoted || piece.mark !== "" ? "" : fold(piece.text);
  if (word === "none") return { expression: none(field) };
  if (word === "any" || word === "*") return { expression: { type: "not", of: none(field) } };
  if (field.kind === "text") {
    const text = short(piece, problems);
    return { expression: { type: "contains", field: field.name, text } };
  }
  if (field.kind === "number") {
    const bounds = readBounds(piece, readNumber);
    if (bounds === undefined) {
      bad("bad_number", `${label} is a number, such as “5”, “>3” or “2..4”.`);
    }
    return bounds && numbers(field, bounds);
  }
  if (field.kind === "duration") {
    const bounds = readBounds(piece, readDuration);
    if (bounds === undefined) {
      bad("bad_duration", `${label} is a length of time, such as “>2h” or “30m..1h30m”.`);
    }
    return bounds && numbers(field, bounds);
  }
  if (field.kind === "date") {
    const bounds = readDateBounds(field, piece);
    if (bounds === undefined) {
      bad("bad_date", `${label} is a time, such as “today”, “<3d” or “>2026-01-31”.`);
    }
    return bounds && { expression: { type: "date", field: field.name, bounds } };
  }
  if (piece.mark !== "" && field.ordered === true) {
    return { values: readOrdered(field, piece, reading) };
  }
  if (piece.mark !== "") {
    bad("no_comparison", `${label} has no order to compare by.`);
    return undefined;
  }
  return { values: readValues(field, piece, reading) };
}

/** Words for full text, without a field or with one. */
export function words(
  field: Field,
  piece: Place & { text: string },
  phrase: boolean,
  problems: Problems,
): Expression {
  return textCondition(field.name, short(piece, problems), phrase);
}

const numbers = (field: Field, bounds: Bounds<number>): Read => ({
  expression: { type: "number", field: field.name, bounds },
});

function listOf(
  field: Field,
  values: ReadonlySet<string>,
  pieces: readonly Piece[],
  reading: Reading,
): Expression {
  const kept = [...values].slice(0, filterLimits.valuesMax);
  if (kept.length < values.size) {
    const place = { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 };
    const message = `A list holds at most ${filterLimits.valuesMax} values.`;
    reading.problems.add("too_many", place, message);
  }
  return is(field.name, kept);
}

function short(piece: Place & { text: string }, problems: Problems): string {
  const clean = cleanText(piece.text);
  if (clean.length <= filterLimits.valueCharsMax) return clean;
  const message = `Only the first ${filterLimits.valueCharsMax} characters of this are looked for.`;
  problems.add("too_long", piece, message);
  return cleanText(clean.slice(0, filterLimits.valueCharsMax));
}
