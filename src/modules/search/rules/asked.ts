import { and, type Expression, isCondition, isEverything } from "@/modules/filters/client";

/** Words that must stand in a text, as they combine. */
export type Words =
  | { readonly type: "word"; readonly text: string; readonly prefix: boolean }
  | { readonly type: "phrase"; readonly text: string }
  | { readonly type: "all" | "any"; readonly of: readonly Words[] }
  | { readonly type: "without"; readonly of: Words };

export type Asked = {
  /** What messages are searched for; null when nothing says what must stand in them. */
  readonly words: Words | null;
  /** What the ticket must be. */
  readonly rest: Expression;
  /** Nothing but what to leave out. */
  readonly onlyExcludes: boolean;
};

/**
 * Parts what is asked into words, which are searched in their own way, and fields. Words that stand
 * in alternatives beside fields stay with the fields, whose filter knows words too.
 */
export function readAsked(expression: Expression, isTyping: boolean): Asked {
  const parts = partsOf(expression);
  const textual = parts.filter(isText);
  const rest = and(parts.filter((part) => !isText(part)));
  if (textual.length === 0) return { words: null, rest, onlyExcludes: false };
  const last = parts.at(-1);
  const words = textual.map((part) => wordsOf(part, isTyping && part === last));
  const positive = words.some(saysWhat);
  if (!positive) return { words: null, rest: expression, onlyExcludes: isEverything(rest) };
  const [only] = words;
  const all: Words = words.length === 1 && only ? only : { type: "all", of: words };
  return { words: all, rest, onlyExcludes: false };
}

const partsOf = (expression: Expression): readonly Expression[] =>
  expression.type === "and" ? expression.of : [expression];

function isText(expression: Expression): boolean {
  if (isCondition(expression)) return expression.type === "text";
  if (expression.type === "not") return isText(expression.of);
  return expression.of.length > 0 && expression.of.every(isText);
}

function wordsOf(expression: Expression, typing: boolean): Words {
  if (expression.type === "not") return { type: "without", of: wordsOf(expression.of, false) };
  if (expression.type === "and" || expression.type === "or") {
    const of = expression.of.map((child) => wordsOf(child, false));
    return { type: expression.type === "and" ? "all" : "any", of };
  }
  const { text, phrase } = textOf(expression);
  if (phrase) return { type: "phrase", text };
  return { type: "word", text, prefix: typing };
}

function textOf(expression: Expression): { text: string; phrase: boolean } {
  return expression.type === "text" ? expression : { text: "", phrase: false };
}

/** Whether it says what must be there, and not only what must not. */
function saysWhat(words: Words): boolean {
  if (words.type === "without") return false;
  if (words.type === "all") return words.of.some(saysWhat);
  if (words.type === "any") return words.of.every(saysWhat);
  return true;
}

/** The plain words that must be there: what a typing error can be in. */
export function plainWords(words: Words): readonly string[] {
  if (words.type === "word") return [words.text];
  return words.type === "all" ? words.of.flatMap(plainWords) : [];
}

/** The same with other words beside some of them. */
export function withAlternatives(
  words: Words,
  alternativesTo: (word: string) => readonly string[],
): Words {
  if (words.type === "all")
    return { type: "all", of: words.of.map((each) => withAlternatives(each, alternativesTo)) };
  if (words.type !== "word") return words;
  const others = alternativesTo(words.text);
  if (others.length === 0) return words;
  return {
    type: "any",
    of: [words, ...others.map((text): Words => ({ type: "word", text, prefix: false }))],
  };
}
