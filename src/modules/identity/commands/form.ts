import type * as z from "zod";
import { isAppError } from "@/platform/errors";
import { refusalWords, sayIn } from "@/platform/i18n";
import type { Language } from "@/platform/i18n/client";
import { log } from "@/platform/log";
import { problemOf, waitOf } from "../rules/form-problems";
import { again } from "../rules/form-state";
import type { FormState } from "../types";

type Handled<Result> = { state: FormState } | { result: Result };

const fieldsOf = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );

/** What stays in the form; never a password, and links stay in the address. */
function kept({ password: _, token: __, ...values }: Record<string, string>) {
  return values;
}

function problemsOf(error: z.ZodError, language: Language): FormState["errors"] {
  const say = sayIn(language, "doors");
  const seen = new Set<string>();
  return error.issues.flatMap((issue) => {
    const field = String(issue.path[0] ?? "");
    if (seen.has(field)) return [];
    seen.add(field);
    const problem = problemOf(field, {
      code: issue.code,
      message: issue.message,
      minimum: "minimum" in issue ? issue.minimum : undefined,
      maximum: "maximum" in issue ? issue.maximum : undefined,
    });
    const message = "key" in problem ? say(problem.key, problem.values) : problem.message;
    return [{ field, message }];
  });
}

function wordsOf(thrown: unknown, language: Language): string {
  const say = sayIn(language, "doors");
  if (!isAppError(thrown)) {
    log().error({ err: thrown }, "a form could not be handled");
    return say("fault");
  }
  const { retryAfterMs } = thrown.detail;
  if (thrown.code === "rate_limited" && typeof retryAfterMs === "number") {
    const { key, count } = waitOf(retryAfterMs);
    return say("tooOften", { wait: say(key, { count }) });
  }
  return refusalWords(language, thrown.code);
}

/** Reads a form, does what it asks for, and turns whatever is wrong into the form again. */
export async function handleForm<Shape extends z.ZodType, Result>(
  language: Language,
  schema: Shape,
  previous: FormState,
  form: FormData,
  work: (given: z.output<Shape>) => Promise<Result>,
): Promise<Handled<Result>> {
  const fields = fieldsOf(form);
  const parsed = schema.safeParse(fields);
  if (!parsed.success)
    return { state: again(previous, kept(fields), { errors: problemsOf(parsed.error, language) }) };
  try {
    return { result: await work(parsed.data) };
  } catch (thrown) {
    return { state: again(previous, kept(fields), { refusal: wordsOf(thrown, language) }) };
  }
}
