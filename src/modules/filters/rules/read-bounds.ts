import type { Bounds } from "./expression";
import type { Field } from "./fields";
import type { ComparisonMark, Piece } from "./lex";
import { filterLimits } from "./limits";
import { fromNow, readMoment, readSpan } from "./moment-text";
import type { Moment } from "./moments";

/** How one kind of value is read. `undefined` is "cannot be read". */
type Read<T> = (written: string) => T | undefined;

const mirrored = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

export function readNumber(written: string): number | undefined {
  if (!/^-?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?$/iu.test(written)) return undefined;
  const number = Number(written);
  // Adding zero makes the negative zero an ordinary one.
  return Math.abs(number) <= filterLimits.numberMax ? number + 0 : undefined;
}

/** `5`, `>3`, `2..4`, `2..`, `..4`, for anything that has an order. */
export function readBounds<T>(piece: Piece, read: Read<T>): Bounds<T> | undefined {
  if (piece.mark !== "") {
    const than = read(piece.text);
    return than === undefined ? undefined : { op: piece.mark, than };
  }
  const dots = piece.text.indexOf("..");
  if (dots < 0) {
    const value = read(piece.text);
    return value === undefined ? undefined : { op: "between", from: value, to: value };
  }
  const [left, right] = [piece.text.slice(0, dots), piece.text.slice(dots + 2)];
  const [from, to] = [read(left), read(right)];
  if (left === "" && to !== undefined) return { op: "<=", than: to };
  if (right === "" && from !== undefined) return { op: ">=", than: from };
  return from === undefined || to === undefined ? undefined : { op: "between", from, to };
}

/**
 * Dates; a bare span is an age, or for what lies ahead the time that is left: `created:<3d` is in
 * the last three days, `created:>3d` is older, `due:<2h` is in less than two hours.
 */
export function readDateBounds(field: Field, piece: Piece): Bounds<Moment> | undefined {
  const span = readSpan(piece.text);
  if (span !== undefined) return comparedSpan(field, piece.mark === "" ? "<" : piece.mark, span);
  const readEdge = (written: string): Moment | undefined => {
    const edge = readSpan(written);
    return edge === undefined ? readMoment(written) : shifted(field, edge);
  };
  const bounds = readBounds(piece, readEdge);
  const [left = "", right = ""] = piece.text.split("..");
  const spans = [readSpan(left), readSpan(right)];
  const aged = field.ahead !== true && spans.some((edge) => edge !== undefined);
  if (bounds === undefined || !aged || piece.mark !== "") return bounds;
  if (bounds.op !== "between") {
    return { op: mirrored[bounds.op], than: bounds.than };
  }
  // Ages from three to seven days reach from seven days ago to three days ago.
  return spans.every((edge) => edge !== undefined)
    ? { op: "between", from: bounds.to, to: bounds.from }
    : bounds;
}

function comparedSpan(
  field: Field,
  mark: Exclude<ComparisonMark, "">,
  span: { count: number; unit: Parameters<typeof fromNow>[1] },
): Bounds<Moment> {
  const op = field.ahead === true ? mark : mirrored[mark];
  return { op, than: shifted(field, span) };
}

function shifted(field: Field, span: { count: number; unit: Parameters<typeof fromNow>[1] }) {
  return fromNow(field.ahead === true ? span.count : -span.count, span.unit);
}
