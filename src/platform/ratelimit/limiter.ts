import { RateLimiterMemory, type RateLimiterRes, RateLimiterValkey } from "rate-limiter-flexible";
import { env } from "@/platform/env";
import { AppError } from "@/platform/errors";
import { processShared } from "@/platform/process";
import { counter } from "@/platform/telemetry";
import { keyOf, valkey } from "@/platform/valkey";

export type Rate = { name: string; pointsMax: number; windowMs: number };

export type Limiter = {
  /**
   * Takes `points` from what `key` has left in its window.
   * @throws AppError `rate_limited` with the true time until the window ends.
   */
  consume(key: string, points?: number): Promise<void>;
  /** Gives the whole window back, as after a success that proves an honest caller. */
  forgive(key: string): Promise<void>;
};

/** The library's own script says `server.call`, which only Valkey knows; Redis 7 says `redis.call`. */
const increment = `
redis.call('set', KEYS[1], 0, 'EX', ARGV[2], 'NX')
local consumed = redis.call('incrby', KEYS[1], ARGV[1])
return {consumed, redis.call('pttl', KEYS[1])}
`;

const isRefusal = (thrown: unknown): thrown is RateLimiterRes =>
  typeof thrown === "object" && thrown !== null && "msBeforeNext" in thrown;

const refusals = () =>
  counter({
    name: "insightdesk_rate_limited_total",
    help: "Calls refused because they came too often, by limit.",
    labels: ["limit"],
  });

/**
 * One limit, counted in the store for all processes together. While the store is away each process
 * counts alone: a limit that is too wide for a moment is better than a door that is shut.
 */
export function rateLimiter(rate: Rate): Limiter {
  return processShared(`rate-${rate.name}`, () => makeLimiter(rate));
}

function makeLimiter({ name, pointsMax, windowMs }: Rate): Limiter {
  const points = Math.max(1, Math.round(pointsMax * env().RATE_LIMIT_FACTOR));
  const duration = Math.ceil(windowMs / 1_000);
  const alone = new RateLimiterMemory({ keyPrefix: name, points, duration });
  const together = new RateLimiterValkey({
    storeClient: valkey("session"),
    keyPrefix: keyOf("rateLimit", name),
    points,
    duration,
    customIncrTtlLuaScript: increment,
    inMemoryBlockOnConsumed: points + 1,
    insuranceLimiter: alone,
    rejectIfValkeyNotReady: true,
  });
  return {
    consume: async (key, cost = 1) => {
      try {
        await together.consume(key, cost);
      } catch (thrown) {
        if (!isRefusal(thrown)) throw thrown;
        refusals().inc({ limit: name });
        const retryAfterMs = Math.max(1, thrown.msBeforeNext);
        throw new AppError("rate_limited", { detail: { retryAfterMs } });
      }
    },
    forgive: async (key) => {
      await together.delete(key);
    },
  };
}
