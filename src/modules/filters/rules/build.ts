import { cleanText, isBareWord } from "./characters";
import { type Expression, everything, isCondition, nothing } from "./expression";

/** All of them; flat, and without a shell around a single one. */
export function and(expressions: readonly Expression[]): Expression {
  return combine("and", expressions);
}

/** At least one of them. */
export function or(expressions: readonly Expression[]): Expression {
  return combine("or", expressions);
}

export function not(expression: Expression): Expression {
  if (expression.type === "not") return expression.of;
  if (expression.type === "and" && expression.of.length === 0) return nothing;
  if (expression.type === "or" && expression.of.length === 0) return everything;
  return { type: "not", of: expression };
}

export function is(field: string, values: readonly string[]): Expression {
  const distinct = [...new Set(values.map(cleanText))];
  return distinct.length === 0 ? nothing : { type: "is", field, values: distinct };
}

/** A word that cannot be written without quotes is searched as it stands. */
export function text(field: string, words: string, phrase: boolean): Expression {
  const clean = cleanText(words);
  return { type: "text", field, text: clean, phrase: phrase || !isBareWord(clean) };
}

/** The one shape for what means the same by construction; `parse` gives nothing else. */
export function tidy(expression: Expression): Expression {
  if (expression.type === "and") return and(expression.of.map(tidy));
  if (expression.type === "or") return or(expression.of.map(tidy));
  if (expression.type === "not") return not(tidy(expression.of));
  if (expression.type === "is") return is(expression.field, expression.values);
  if (expression.type === "text") return text(expression.field, expression.text, expression.phrase);
  if (expression.type === "contains") return { ...expression, text: cleanText(expression.text) };
  return expression;
}

function combine(type: "and" | "or", expressions: readonly Expression[]): Expression {
  const flat = expressions.flatMap((child) =>
    !isCondition(child) && child.type === type ? child.of : [child],
  );
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { type, of: flat };
}
