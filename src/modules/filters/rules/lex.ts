import { endsWord, fieldStart, isQuote, isSpace } from "./characters";
import type { Place } from "./problems";

export type ComparisonMark = "" | "<" | "<=" | ">" | ">=";

/** One of the values after a field's colon. */
export interface Piece extends Place {
  readonly mark: ComparisonMark;
  readonly text: string;
  readonly quoted: boolean;
  readonly closed: boolean;
}

export type Token =
  | (Place & { readonly type: "open" | "close" | "minus" | "AND" | "OR" | "NOT" })
  | (Place & { readonly type: "word"; readonly text: string })
  | (Place & { readonly type: "phrase"; readonly text: string; readonly closed: boolean })
  | (Place & {
      readonly type: "field";
      readonly name: string;
      readonly nameEnd: number;
      readonly pieces: readonly Piece[];
    });

/** Cuts a text into tokens, each character looked at once. Whatever is written, it has tokens. */
export function lex(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = tokenAt(text, at);
    if (token === undefined) at += 1;
    else {
      tokens.push(token);
      at = token.end;
    }
  }
  return tokens;
}

function tokenAt(text: string, start: number): Token | undefined {
  const char = text[start] ?? "";
  if (isSpace(char)) return undefined;
  if (char === "(") return { type: "open", start, end: start + 1 };
  if (char === ")") return { type: "close", start, end: start + 1 };
  if (isQuote(char)) return { type: "phrase", ...quotedAt(text, start) };
  if (char === "-") {
    const next = text[start + 1] ?? " ";
    // A dash between blanks is punctuation, as in a subject that somebody pasted.
    return isSpace(next) ? undefined : { type: "minus", start, end: start + 1 };
  }
  return fieldAt(text, start) ?? wordAt(text, start);
}

function wordAt(text: string, start: number): Token {
  let end = start;
  while (end < text.length && !endsWord(text[end] ?? "")) end += 1;
  const word = text.slice(start, end);
  if (word === "AND" || word === "OR" || word === "NOT") return { type: word, start, end };
  return { type: "word", text: word, start, end };
}

function fieldAt(text: string, start: number): Token | undefined {
  fieldStart.lastIndex = start;
  const match = fieldStart.exec(text);
  if (match === null) return undefined;
  const nameEnd = start + match[0].length - 1;
  const pieces: Piece[] = [];
  let at = nameEnd + 1;
  for (;;) {
    const piece = pieceAt(text, at);
    if (piece.end > piece.start) pieces.push(piece);
    at = piece.end;
    if (text[at] !== ",") break;
    at += 1;
  }
  return { type: "field", name: text.slice(start, nameEnd), nameEnd, pieces, start, end: at };
}

function pieceAt(text: string, start: number): Piece {
  const [written = ""] = text.slice(start, start + 2).match(/^(?:<=|>=|<|>|=)/u) ?? [];
  const mark = written === "=" ? "" : readMark(written);
  const at = start + written.length;
  if (isQuote(text[at] ?? "")) {
    return { mark, quoted: true, ...quotedAt(text, at), start };
  }
  let end = at;
  while (end < text.length && text[end] !== "," && !endsWord(text[end] ?? "")) end += 1;
  return { mark, quoted: false, closed: true, text: text.slice(at, end), start, end };
}

function readMark(written: string): ComparisonMark {
  return written === "<" || written === "<=" || written === ">" || written === ">=" ? written : "";
}

function quotedAt(text: string, start: number): Place & { text: string; closed: boolean } {
  let inner = "";
  let end = start + 1;
  while (end < text.length) {
    const char = text[end] ?? "";
    if (isQuote(char)) return { text: inner, closed: true, start, end: end + 1 };
    const next = text[end + 1] ?? "";
    const escaped = char === "\\" && (isQuote(next) || next === "\\");
    inner += escaped ? next : char;
    end += escaped ? 2 : 1;
  }
  return { text: inner, closed: false, start, end };
}
