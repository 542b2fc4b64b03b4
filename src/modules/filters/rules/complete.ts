import { fold } from "./characters";
import { type Field, type FieldRegistry, labelOf } from "./fields";
import { lex, type Piece, type Token } from "./lex";
import { filterLimits } from "./limits";
import { periodWords } from "./moment-text";
import { type NamedValue, type Names, noNames } from "./names";
import { namesOf, selfWord } from "./read-value";
import { writeValue } from "./write-value";

export interface Suggestion {
  readonly kind: "field" | "value";
  /** What to put between `start` and `end`. A field ends with its colon, for the value to follow. */
  readonly insert: string;
  readonly label: string;
}

export interface Completion {
  readonly start: number;
  readonly end: number;
  /** The field whose values are wanted; browsers may ask the server for more of them. */
  readonly field?: string;
  readonly typed: string;
  readonly suggestions: readonly Suggestion[];
}

export interface CompleteOptions {
  readonly fields: FieldRegistry;
  readonly names?: Names;
}

/** What could stand at the cursor: a field, or a value of the field that it stands in. */
export function complete(
  text: string,
  cursor: number,
  { fields, names = noNames }: CompleteOptions,
): Completion {
  const kept = text.slice(0, filterLimits.textCharsMax);
  const token = lex(kept).find(({ start, end }) => start < cursor && cursor <= end);
  const nowhere = { start: cursor, end: cursor, typed: "" };
  if (token === undefined || token.type === "minus" || token.type === "open") {
    return { ...nowhere, suggestions: fieldSuggestions("", fields) };
  }
  if (token.type === "word") {
    const { start, end } = token;
    const typed = kept.slice(start, cursor);
    const values = valuesOfAnyField(typed, fields);
    return {
      start,
      end,
      typed,
      suggestions: limit([...fieldSuggestions(typed, fields), ...values]),
    };
  }
  if (token.type !== "field") return { ...nowhere, suggestions: [] };
  if (cursor <= token.nameEnd) {
    const typed = kept.slice(token.start, cursor);
    // The colon is there already and stays.
    const { start, nameEnd: end } = token;
    const found = fieldSuggestions(typed, fields);
    return {
      start,
      end,
      typed,
      suggestions: found.map((s) => ({ ...s, insert: s.insert.slice(0, -1) })),
    };
  }
  return valueCompletion(kept, cursor, token, { fields, names });
}

function valueCompletion(
  text: string,
  cursor: number,
  token: Extract<Token, { type: "field" }>,
  { fields, names }: Required<CompleteOptions>,
): Completion {
  const piece = token.pieces.find(({ start, end }) => start <= cursor && cursor <= end);
  const start = piece === undefined ? cursor : piece.start + piece.mark.length;
  const end = piece?.end ?? cursor;
  const typed = text.slice(start, Math.max(start, cursor)).replace(/^["“”„]/u, "");
  const field = valueField(token.name, fields);
  if (field === undefined) {
    const has = ["has", "no"].includes(fold(token.name));
    const suggestions = has ? hasSuggestions(typed, fields) : isSuggestions(token, typed, fields);
    return { start, end, typed, suggestions };
  }
  const others = token.pieces.filter((other) => other !== piece);
  const suggestions = valueSuggestions(field, typed, others, { fields, names });
  return { start, end, field: field.name, typed, suggestions };
}

const valueField = (written: string, fields: FieldRegistry): Field | undefined =>
  fields.find(written);

function fieldSuggestions(typed: string, fields: FieldRegistry): readonly Suggestion[] {
  const wanted = fold(typed);
  const begins = (name: string) => fold(name).startsWith(wanted);
  const found = fields.all.filter((field) => {
    return [field.name, labelOf(field), ...(field.aliases ?? [])].some(begins);
  });
  // A field that is called so comes before one that only has such an alias.
  const ranked = found.toSorted((a, b) => Number(begins(b.name)) - Number(begins(a.name)));
  return limit(
    ranked.map((field) => ({ kind: "field", insert: `${field.name}:`, label: labelOf(field) })),
  );
}

/** "ope" may be meant as `status:open`. */
function valuesOfAnyField(typed: string, fields: FieldRegistry): readonly Suggestion[] {
  if (typed.length < 2) return [];
  return fields.all.flatMap((field) => {
    const index = field.kind === "enum" ? fields.valuesOf(field.name) : undefined;
    return (index?.all ?? []).filter(startsWith(typed)).map((named) => ({
      kind: "value" as const,
      insert: `${field.name}:${writeValue(field, named.value, index)}`,
      label: `${labelOf(field)}: ${named.label}`,
    }));
  });
}

function hasSuggestions(typed: string, fields: FieldRegistry): readonly Suggestion[] {
  return fieldSuggestions(typed, fields).map(({ insert, label }) => {
    return { kind: "value", insert: insert.slice(0, -1), label };
  });
}

function isSuggestions(token: Token, typed: string, fields: FieldRegistry): readonly Suggestion[] {
  if (token.type !== "field" || fold(token.name) !== "is") return [];
  return limit(
    valuesOfAnyField(typed, fields).map(({ insert, label }) => {
      return { kind: "value", insert: insert.slice(insert.indexOf(":") + 1), label };
    }),
  );
}

const dateWords = ["<1d", "<7d", "<30d", ">3d", ...periodWords];

function valueSuggestions(
  field: Field,
  typed: string,
  others: readonly Piece[],
  { fields, names }: Required<CompleteOptions>,
): readonly Suggestion[] {
  const index = namesOf(field, fields, names);
  const taken = new Set(others.flatMap(({ text }) => index?.find(text).map((n) => n.value) ?? []));
  const plain = (word: string): Suggestion => ({ kind: "value", insert: word, label: word });
  // People of the house are of no organization that could be theirs.
  const self = field.kind === "organization" ? undefined : selfWord(field);
  const words = [
    ...(self === undefined ? [] : [self]),
    ...(field.kind === "date" ? dateWords : []),
    ...(field.required === true || field.kind === "fullText" ? [] : ["none", "any"]),
  ];
  const named = (index?.all ?? []).filter(({ value }) => !taken.has(value));
  const values = firstOf(named, startsWith(typed), filterLimits.suggestionsMax).map((value) => ({
    kind: "value" as const,
    insert: writeValue(field, value.value, index),
    label: value.label,
  }));
  const wanted = fold(typed);
  const offered = words.filter((word) => word.startsWith(wanted)).map(plain);
  const leading = self === undefined || !self.startsWith(wanted) ? [] : [plain(self)];
  return limit([...leading, ...values, ...offered.filter(({ insert }) => insert !== self)]);
}

/** By the beginning of any word of any of its names. */
function startsWith(typed: string): (named: NamedValue) => boolean {
  const wanted = fold(typed);
  return ({ value, label, aliases = [] }) =>
    [value, label, ...aliases].some((name) => {
      const folded = fold(name);
      return folded.startsWith(wanted) || folded.includes(`-${wanted}`);
    });
}

function firstOf<T>(
  items: readonly T[],
  test: (item: T) => boolean,
  countMax: number,
): readonly T[] {
  const found: T[] = [];
  for (const item of items) {
    if (found.length >= countMax) break;
    if (test(item)) found.push(item);
  }
  return found;
}

function limit(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  return suggestions.slice(0, filterLimits.suggestionsMax);
}
