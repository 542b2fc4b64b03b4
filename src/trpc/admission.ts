import type { Actor } from "@/platform/auth/actor";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { processShared } from "@/platform/process";
import { callLimiter } from "@/platform/ratelimit";
import { asOneWrite, valkey } from "@/platform/valkey";
import type { TrpcContext } from "./context";
import { sayWhen } from "./say-when";

type Caller = Pick<Actor, "id" | "audience">;

/** Who came with which cookies last. It opens nothing: it only says whose limit to ask early. */
const recent = processShared("recent-callers", () => new Map<string, Caller>());

function remember(cookies: string, { id, audience }: Caller): void {
  if (recent.size >= limits.recentCallersMax) {
    const [oldest = ""] = recent.keys();
    recent.delete(oldest);
  }
  recent.set(cookies, { id, audience });
}

/** Takes the call's points from its caller's limit, and says when to come again. */
export async function spend(ctx: TrpcContext, caller: Caller | null, cost: number): Promise<void> {
  await sayWhen(ctx, callLimiter(caller).consume(caller?.id ?? ctx.address, cost));
}

/**
 * Who asks, after the limit let them. Both live in one store: where these cookies were met before,
 * the session and the limit are asked in one round trip; where the session says somebody else, that
 * person's limit is asked as well.
 * @throws AppError `session_store_unavailable`, `rate_limited`, `not_signed_in`.
 */
export async function admitCaller(ctx: TrpcContext, cost: number): Promise<Actor> {
  const cookies = ctx.cookieHeader ?? "";
  const expected = recent.get(cookies);
  if (expected !== undefined) asOneWrite(valkey("session"));
  const early = expected === undefined ? undefined : spend(ctx, expected, cost);
  // Heard below, after the session.
  early?.catch(() => undefined);
  const actor = await ctx.readActor();
  const isExpected = actor?.id === expected?.id && actor?.audience === expected?.audience;
  await (isExpected && early !== undefined ? early : spend(ctx, actor, cost));
  if (!isExpected) recent.delete(cookies);
  if (actor === null) throw new AppError("not_signed_in");
  if (!isExpected) remember(cookies, actor);
  return actor;
}
