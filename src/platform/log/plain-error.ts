import { limits } from "@/platform/limits";

type PlainError = {
  type: string;
  message: string;
  code?: string | number;
  /** The rule of the database that refused, by its name. */
  constraint?: string;
  stack?: string;
  cause?: PlainError;
  errors?: PlainError[];
};

const named = (value: unknown): value is string | number =>
  typeof value === "string" || typeof value === "number";

/**
 * What a log says of something thrown: by name, never with all it carries. A store's refusal carries
 * the command with its arguments, which are sessions and jobs; a database's the row that it refused,
 * which is what somebody wrote.
 */
export function plainError(thrown: unknown, depth = 0): PlainError {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: String(thrown) };
  const { name, message, stack, cause } = thrown;
  const code = "code" in thrown && named(thrown.code) ? thrown.code : undefined;
  const constraint =
    "constraint" in thrown && typeof thrown.constraint === "string" ? thrown.constraint : undefined;
  const inner =
    thrown instanceof AggregateError ? thrown.errors.slice(0, limits.loggedErrorsMax) : [];
  const goesOn = depth < limits.loggedCausesDepthMax;
  return {
    type: name,
    message,
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(stack === undefined ? {} : { stack }),
    ...(cause === undefined || !goesOn ? {} : { cause: plainError(cause, depth + 1) }),
    ...(inner.length === 0 || !goesOn
      ? {}
      : { errors: inner.map((one) => plainError(one, depth + 1)) }),
  };
}
