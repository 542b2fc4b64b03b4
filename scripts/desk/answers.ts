import { Refusal, type RefusalCode, refusalCodes } from "./refusal";
import type { AnswerOptions, Verb } from "./verb";

/** What came in is told back in messages; nobody reads more of it. */
const messageCharsMax = 1_000;

/** As many answers are under way at once, so that look-ups of names wait side by side. */
const answersAtOnceMax = 16;

export interface Refused {
  readonly error: { readonly code: RefusalCode; readonly message: string };
}

export interface Answered {
  readonly value: unknown;
  readonly refused: boolean;
}

const codeOf = (error: unknown): RefusalCode | undefined =>
  typeof error === "object" && error !== null && "code" in error
    ? refusalCodes.find((code) => code === error.code)
    : undefined;

const shortened = (message: string) =>
  message.length <= messageCharsMax
    ? message
    : `${message.slice(0, messageCharsMax).replace(/[\uD800-\uDBFF]$/, "")}…`;

/**
 * What stands in the answer's place. An error that nobody foresaw is told to the operator as well, with its stack;
 * in the answer it counts as the fault of what came in, since no other answer suffers from it.
 */
export function refusedBy(error: unknown, verb: Pick<Verb, "reads">): Refused {
  const message = shortened(error instanceof Error ? error.message : String(error));
  const code = codeOf(error);
  if (code) return { error: { code, message } };
  process.stderr.write(`${error instanceof Error ? (error.stack ?? message) : message}\n`);
  return { error: { code: verb.reads === "bytes" ? "unreadable" : "invalid", message } };
}

async function answerOne(verb: Verb, source: unknown, options: AnswerOptions): Promise<Answered> {
  try {
    if (source instanceof Refusal) throw source;
    const value = await verb.answer(source, options);
    return { value: value === undefined ? null : value, refused: false };
  } catch (error) {
    return { value: refusedBy(error, verb), refused: true };
  }
}

/** As many answers as sources and in their order; a source that could not be read is a `Refusal` already. */
async function answerAll(
  verb: Verb,
  sources: readonly unknown[],
  options: AnswerOptions,
): Promise<Answered> {
  const values: unknown[] = [];
  let refused = false;
  for (let from = 0; from < sources.length; from += answersAtOnceMax) {
    const some = sources.slice(from, from + answersAtOnceMax);
    const answers = await Promise.all(some.map((source) => answerOne(verb, source, options)));
    values.push(...answers.map((answer) => answer.value));
    refused ||= answers.some((answer) => answer.refused);
  }
  return { value: values, refused };
}

/** An array is many questions and gets an array; anything else is one question. */
export async function answerJson(
  verb: Verb,
  source: unknown,
  options: AnswerOptions,
): Promise<Answered> {
  if (Array.isArray(source)) return answerAll(verb, source, options);
  return answerOne(verb, source, options);
}
