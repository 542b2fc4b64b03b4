import { type ErrorCode, type ErrorRule, errorRules } from "./rules";

export { type ClientReaction, type ErrorCode, type ErrorRule, errorRules } from "./rules";

const brand = Symbol.for("insightdesk.error.v1");

/** Facts about a refusal that a client may see: ids, versions, limits; never internals. */
export type ErrorDetail = Record<string, string | number | boolean | null | readonly string[]>;

/**
 * A refusal with a code of the table. Its message is for the log; people read `rule.words`.
 * Recognised by a brand, because one web process holds two copies of this module.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;
  readonly [brand] = true;

  constructor(code: ErrorCode, options: { cause?: unknown; detail?: ErrorDetail } = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.detail = options.detail ?? {};
  }

  get rule(): ErrorRule {
    return errorRules[this.code];
  }
}

/** Whether something thrown is a refusal of ours, whichever bundle threw it. */
export function isAppError(thrown: unknown): thrown is AppError {
  return typeof thrown === "object" && thrown !== null && brand in thrown;
}

/** A broken invariant: stops this request or job loudly. Never used for what a person can cause. */
export function assert(condition: unknown, invariant: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${invariant}`);
}
