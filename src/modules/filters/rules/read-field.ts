import { cleanText, fold } from "./characters";
import { nearest } from "./distance";
import type { Expression } from "./expression";
import { type Field, labelOf } from "./fields";
import type { Piece, Token } from "./lex";
import type { Place } from "./problems";
import { readCondition, words } from "./read-condition";
import { none, type Reading } from "./read-value";

type FieldToken = Extract<Token, { type: "field" }>;

/** `field:values`, and the shorthands `has:`, `no:` and `is:`. */
export function readField(
  token: FieldToken,
  text: string,
  reading: Reading,
): Expression | undefined {
  const shorthand = fold(token.name);
  if (shorthand === "has" || shorthand === "no") return readHas(token, shorthand, reading);
  if (shorthand === "is") return readIs(token, reading);
  const field = reading.fields.find(token.name);
  if (field === undefined) return unknownField(token, text, reading);
  if (token.pieces.length > 0) return readCondition(field, token.pieces, reading);
  const message = `${labelOf(field)} needs a value right after the colon.`;
  reading.problems.add("missing_value", token, message);
  return undefined;
}

/** `has:attachment` is yes for what is yes or no, and "not empty" for everything else. */
function readHas(token: FieldToken, shorthand: "has" | "no", reading: Reading) {
  const field = fieldNamedBy(token, reading);
  if (field === undefined) return undefined;
  if (field.kind === "boolean") {
    return { type: "is", field: field.name, values: [shorthand === "has" ? "yes" : "no"] } as const;
  }
  return shorthand === "no" ? none(field) : ({ type: "not", of: none(field) } as const);
}

/** `is:open`: the field that has such a value, or the yes or no that is called so. */
function readIs(token: FieldToken, reading: Reading): Expression | undefined {
  const [piece] = token.pieces;
  const written = piece?.text ?? "";
  for (const field of reading.fields.all) {
    if (field.kind === "boolean" && reading.fields.find(written) === field) {
      return { type: "is", field: field.name, values: ["yes"] };
    }
    if (field.kind !== "enum") continue;
    const [value] = reading.fields.valuesOf(field.name)?.find(written) ?? [];
    if (value !== undefined) return { type: "is", field: field.name, values: [value.value] };
  }
  const message = `Nothing here can be “${written}”.`;
  reading.problems.add("unknown_value", piece ?? token, message);
  return undefined;
}

function fieldNamedBy(token: FieldToken, reading: Reading): Field | undefined {
  const [piece] = token.pieces;
  const field = piece && reading.fields.find(piece.text);
  if (field !== undefined && field.kind !== "fullText") return field;
  const message = `“${token.name}:” needs the name of a field.`;
  reading.problems.add("unknown_field", piece ?? token, message, guessOf(piece, reading));
  return undefined;
}

function guessOf(piece: Piece | undefined, reading: Reading): string | undefined {
  return piece && guess(piece.text, reading)?.name;
}

/** Pasted text is full of colons: only what looks like a field is a problem, all of it is searched. */
function unknownField(token: FieldToken, text: string, reading: Reading): Expression | undefined {
  const { fields, problems } = reading;
  const address = token.pieces[0]?.text.startsWith("//") === true;
  const meant = address ? undefined : guess(token.name, reading);
  const name: Place = { start: token.start, end: token.nameEnd };
  if (meant !== undefined || (token.pieces.length > 0 && !address)) {
    const message = `“${token.name}” is not a field. Quotes would search for it as text.`;
    problems.add("unknown_field", name, message, meant?.name);
  }
  const raw = cleanText(text.slice(token.start, token.end));
  if (fields.fullText === undefined || raw === "") return undefined;
  const searched = { ...name, end: token.end, text: token.pieces.length > 0 ? raw : token.name };
  return words(fields.fullText, searched, token.pieces.length > 0, problems);
}

function guess(written: string, reading: Reading): Field | undefined {
  if (reading.problems.full) return undefined;
  return nearest(written, reading.fields.all, (field) => [
    field.name,
    labelOf(field),
    ...(field.aliases ?? []),
  ]);
}
