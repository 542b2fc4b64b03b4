import {
  type Expression,
  type FieldRegistry,
  describe as inWords,
  isCondition,
  type Names,
  type Part,
  type Problem,
  parse,
} from "@/modules/filters/client";

/** A piece of what was typed, as it was understood. */
export type UnderstoodPart = { start: number; end: number; says: string; isField: boolean };

export type Understood = {
  parts: readonly UnderstoodPart[];
  problems: readonly Problem[];
};

type Language = { fields: FieldRegistry; names: Names };

/** What a search box shows of its text: a chip for each part, and the places that need a hand. */
export function understand(text: string, language: Language): Understood {
  const { parts, problems } = parse(text, language);
  return {
    parts: parts.map(({ start, end, expression }: Part) => ({
      start,
      end,
      says: inWords(expression, language),
      isField: !isWords(expression),
    })),
    problems,
  };
}

function isWords(expression: Expression): boolean {
  if (isCondition(expression)) return expression.type === "text";
  return expression.type === "not" ? isWords(expression.of) : expression.of.every(isWords);
}

/** The text without one of its parts. */
export function without(text: string, { start, end }: { start: number; end: number }): string {
  return `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`.trim();
}
