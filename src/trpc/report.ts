import type { TRPCError } from "@trpc/server";
import { errorRules, isAppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { countError } from "@/platform/telemetry";
import type { TrpcContext } from "./context";
import { refusalOf } from "./errors";

type Failure = { error: TRPCError; path: string | undefined; ctx: TrpcContext | undefined };

/** Counts and logs a call that failed: once, with what is needed to find it again, never its input. */
export function reportFailure({ error, path, ctx }: Failure): void {
  const { code } = refusalOf(error);
  if (code === "request_timeout" && hasGone(ctx)) return;
  countError(code);
  const facts = {
    code,
    procedure: path?.slice(0, limits.procedureNameCharsMax),
    requestId: ctx?.requestId,
    actorId: ctx?.actorId,
  };
  if (errorRules[code].http < 500) log().info(facts, "a call was refused");
  else log().error({ ...facts, err: error.cause ?? error }, "a call failed");
}

/** Whoever hung up waits for no answer, and what was stopped for that is no fault of ours. */
const hasGone = (ctx: TrpcContext | undefined) =>
  ctx?.signal.aborted === true && !isAppError(ctx.signal.reason);
