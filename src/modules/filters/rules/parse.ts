import { and, not, or } from "./build";
import { cleanText } from "./characters";
import { conditionsOf, type Expression, nothing } from "./expression";
import type { FieldRegistry } from "./fields";
import { lex, type Token } from "./lex";
import { filterLimits } from "./limits";
import { type Names, noNames } from "./names";
import { type Place, type Problem, Problems } from "./problems";
import { words } from "./read-condition";
import { readField } from "./read-field";
import type { Reading, Unresolved } from "./read-value";
import { excessOf } from "./size";

/** A piece of the text and what was understood of it: a chip. */
export interface Part extends Place {
  readonly expression: Expression;
}

export interface Parsed {
  /** What could be read; the rest is left out. Values that nobody knows stay and match nothing. */
  readonly expression: Expression;
  readonly problems: readonly Problem[];
  readonly parts: readonly Part[];
  readonly unresolved: readonly Unresolved[];
}

export interface ParseOptions {
  readonly fields: FieldRegistry;
  readonly names?: Names;
}

/** Reads a filter as people write it. Never throws, and looks at each character once. */
export function parse(text: string, { fields, names = noNames }: ParseOptions): Parsed {
  const problems = new Problems();
  const reading: Reading = { fields, names, problems, unresolved: [] };
  const kept = text.slice(0, filterLimits.textCharsMax);
  if (kept.length < text.length) {
    const place = { start: kept.length, end: text.length };
    problems.add("too_long", place, "The rest of this is too long to be read.");
  }
  const parser = new Parser(kept, lex(kept), reading);
  const expression = parser.or(0) ?? and([]);
  const excess = excessOf(expression);
  if (excess !== undefined) problems.add("too_deep", { start: 0, end: kept.length }, excess);
  return {
    expression: excess === undefined ? expression : nothing,
    problems: problems.list.sort((a, b) => a.start - b.start),
    parts: parser.parts,
    unresolved: reading.unresolved,
  };
}

/**
 * or := and (OR and)*    and := unary (AND? unary)*    unary := (- | NOT)* primary
 * primary := ( or ) | field:values | word | "phrase"
 * Each rule answers undefined when nothing of it could be read.
 */
class Parser {
  parts: Part[] = [];
  private at = 0;
  private conditions = 0;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
    private readonly reading: Reading,
  ) {}

  or(level: number): Expression | undefined {
    const alternatives: Expression[] = [];
    let operator: Token | undefined;
    for (;;) {
      const from = this.at;
      const expression = this.and(level);
      if (expression !== undefined) alternatives.push(expression);
      const empty = this.at === from;
      const next = this.peek("OR");
      if (empty && (operator ?? next) !== undefined) this.stray(operator ?? next);
      if (next === undefined) break;
      operator = next;
      this.at += 1;
    }
    const whole = alternatives.length === 0 ? undefined : or(alternatives);
    if (level === 0 && alternatives.length > 1 && whole !== undefined) {
      this.parts = [{ start: 0, end: this.text.trimEnd().length, expression: whole }];
    }
    return whole;
  }

  private and(level: number): Expression | undefined {
    const all: Expression[] = [];
    const first = this.at;
    for (;;) {
      const token = this.tokens[this.at];
      if (token === undefined || token.type === "OR") break;
      if (token.type === "close") {
        if (level > 0) break;
        this.at += 1;
        this.problem("stray_group", token, "No parenthesis was opened for this one.");
        continue;
      }
      if (token.type === "AND") {
        const leads = this.at === first;
        this.at += 1;
        if (leads || !this.startsOperand()) this.stray(token);
        continue;
      }
      const expression = this.unary(level);
      if (expression === undefined) continue;
      all.push(expression);
      if (level === 0) {
        const end = this.tokens[this.at - 1]?.end ?? token.end;
        this.parts.push({ start: token.start, end, expression });
      }
    }
    return all.length === 0 ? undefined : and(all);
  }

  private unary(level: number): Expression | undefined {
    let negated = false;
    for (;;) {
      const token = this.peek("minus") ?? this.peek("NOT");
      if (token === undefined) break;
      negated = !negated;
      this.at += 1;
      if (this.startsOperand()) continue;
      this.stray(token);
      return undefined;
    }
    const expression = this.primary(level);
    return expression !== undefined && negated ? not(expression) : expression;
  }

  private primary(level: number): Expression | undefined {
    const token = this.tokens[this.at];
    if (token === undefined) return undefined;
    this.at += 1;
    if (token.type === "open") return this.group(token, level + 1);
    if (token.type === "field" || token.type === "word" || token.type === "phrase") {
      return this.counted(token, this.condition(token));
    }
    return undefined;
  }

  private group(open: Token, level: number): Expression | undefined {
    if (level > filterLimits.parenthesesMax) {
      this.problem("too_deep", open, "Parentheses are nested too deeply.");
      return undefined;
    }
    const empty = this.peek("close") !== undefined;
    const expression = empty ? and([]) : this.or(level);
    if (this.peek("close") !== undefined) this.at += 1;
    else this.problem("open_group", open, "This parenthesis is not closed.");
    return expression;
  }

  private condition(
    token: Exclude<Token, { type: "open" | "close" | "minus" | "AND" | "OR" | "NOT" }>,
  ) {
    const { fields, problems } = this.reading;
    if (token.type === "field") return readField(token, this.text, this.reading);
    const numbered = /^#(\d{1,15})$/u.exec(token.type === "word" ? token.text : "");
    if (numbered !== null && fields.numbered !== undefined) {
      const number = Number(numbered[1]);
      const bounds = { op: "between", from: number, to: number } as const;
      return { type: "number", field: fields.numbered.name, bounds } as const;
    }
    if (token.type === "phrase" && !token.closed) {
      this.problem("open_quote", token, "This quote is not closed.");
    }
    if (cleanText(token.text).trim() === "") return undefined;
    if (fields.fullText !== undefined) {
      return words(fields.fullText, token, token.type === "phrase", problems);
    }
    this.problem("no_full_text", token, "Words without a field cannot be used here.");
    return undefined;
  }

  private counted(place: Place, expression: Expression | undefined): Expression | undefined {
    if (expression === undefined) return undefined;
    const before = this.conditions;
    this.conditions += conditionsOf(expression).length;
    if (this.conditions <= filterLimits.conditionsMax) return expression;
    if (before <= filterLimits.conditionsMax) {
      const rest = { start: place.start, end: this.text.length };
      const message = `A filter has at most ${filterLimits.conditionsMax} conditions.`;
      this.problem("too_many", rest, message);
    }
    return undefined;
  }

  private startsOperand(): boolean {
    const next = this.tokens[this.at]?.type;
    return next !== undefined && next !== "AND" && next !== "OR" && next !== "close";
  }

  private peek(type: Token["type"]): Token | undefined {
    const token = this.tokens[this.at];
    return token?.type === type ? token : undefined;
  }

  private stray(token: Token | undefined): void {
    if (token === undefined) return;
    const word = this.text.slice(token.start, token.end);
    const message = `“${word}” has nothing to connect. Put it in quotes to search for it.`;
    this.problem("stray_operator", token, message);
  }

  private problem(code: Problem["code"], place: Place, message: string): void {
    this.reading.problems.add(code, place, message);
  }
}
