import type * as z from "zod";
import { isAppError } from "@/platform/errors";
import { log } from "@/platform/log";
import { again, waitWords } from "../rules/form-state";
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

function problemsOf(error: z.ZodError): FormState["errors"] {
  const seen = new Set<string>();
  return error.issues.flatMap((issue) => {
    const field = String(issue.path[0] ?? "");
    if (seen.has(field)) return [];
    seen.add(field);
    return [{ field, message: issue.message }];
  });
}

function wordsOf(thrown: unknown): string {
  if (!isAppError(thrown)) {
    log().error({ err: thrown }, "a form could not be handled");
    return "Something went wrong on our side. Nothing was changed. Try again in a moment.";
  }
  const { retryAfterMs } = thrown.detail;
  if (thrown.code === "rate_limited" && typeof retryAfterMs === "number")
    return `Too many attempts. Try again in ${waitWords(retryAfterMs)}.`;
  return thrown.rule.words;
}

/** Reads a form, does what it asks for, and turns whatever is wrong into the form again. */
export async function handleForm<Shape extends z.ZodType, Result>(
  schema: Shape,
  previous: FormState,
  form: FormData,
  work: (given: z.output<Shape>) => Promise<Result>,
): Promise<Handled<Result>> {
  const fields = fieldsOf(form);
  const parsed = schema.safeParse(fields);
  if (!parsed.success)
    return { state: again(previous, kept(fields), { errors: problemsOf(parsed.error) }) };
  try {
    return { result: await work(parsed.data) };
  } catch (thrown) {
    return { state: again(previous, kept(fields), { refusal: wordsOf(thrown) }) };
  }
}
