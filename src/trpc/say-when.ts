import { isAppError } from "@/platform/errors";
import type { TrpcContext } from "./context";

/** Does the work; who came too often is told in the answer's head, too, when to come again. */
export async function sayWhen<Result>(ctx: TrpcContext, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (thrown) {
    const waitMs = isAppError(thrown) ? Number(thrown.detail.retryAfterMs) : Number.NaN;
    if (waitMs > 0) ctx.responseHeaders.set("retry-after", String(Math.ceil(waitMs / 1_000)));
    throw thrown;
  }
}
