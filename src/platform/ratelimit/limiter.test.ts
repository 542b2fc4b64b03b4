import { once } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetEnv } from "@/platform/env";
import { isAppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { forgetShared } from "@/platform/process";
import { closeValkey, valkey } from "@/platform/valkey";
import { rateLimiter } from "./limiter";

const name = () => `test-${newId()}`;
const rate = (limit: string) => ({ name: limit, pointsMax: 3, windowMs: 60_000 });

/** As another process would: it shares the store and nothing else. */
const anotherProcess = (limit: string) => {
  forgetShared(`rate-${limit}`);
  return rateLimiter(rate(limit));
};

async function storeIsReady() {
  const store = valkey("session");
  if (store.status !== "ready") await once(store, "ready");
}

async function refusalOf(refused: Promise<void>) {
  const thrown: unknown = await refused.catch((error: unknown) => error);
  return isAppError(thrown) ? thrown : null;
}

beforeEach(() => {
  vi.stubEnv("VALKEY_URL", process.env.TEST_VALKEY_URL);
  forgetEnv();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await closeValkey();
  forgetEnv();
});

test("a caller who comes too often waits as long as it is told, and not longer", async () => {
  await storeIsReady();
  const limiter = rateLimiter(rate(name()));
  for (let call = 0; call < 3; call += 1) await limiter.consume("ada");
  const refused = await refusalOf(limiter.consume("ada"));
  expect(refused?.code).toBe("rate_limited");
  expect(refused?.detail.retryAfterMs).toBeGreaterThan(55_000);
  expect(refused?.detail.retryAfterMs).toBeLessThanOrEqual(60_000);
});

test("one caller's haste costs nobody else", async () => {
  await storeIsReady();
  const limiter = rateLimiter(rate(name()));
  await refusalOf(limiter.consume("ada", 10));
  await expect(limiter.consume("ben")).resolves.toBeUndefined();
});

test("calls to different processes count together", async () => {
  await storeIsReady();
  const limit = name();
  await rateLimiter(rate(limit)).consume("ada", 2);
  const elsewhere = anotherProcess(limit);
  await elsewhere.consume("ada");
  expect((await refusalOf(elsewhere.consume("ada")))?.code).toBe("rate_limited");
});

test("a dear call takes more than a cheap one", async () => {
  await storeIsReady();
  const limiter = rateLimiter(rate(name()));
  await limiter.consume("ada", 3);
  expect((await refusalOf(limiter.consume("ada")))?.code).toBe("rate_limited");
});

test("forgiven callers start anew", async () => {
  await storeIsReady();
  const limiter = rateLimiter(rate(name()));
  await refusalOf(limiter.consume("ada", 10));
  await limiter.forgive("ada");
  await expect(limiter.consume("ada")).resolves.toBeUndefined();
});

test("with the store away each process still counts, and lets people in", async () => {
  vi.stubEnv("VALKEY_SESSION_URL", "redis://127.0.0.1:1");
  vi.stubEnv("LOG_LEVEL", "silent");
  forgetEnv();
  await closeValkey();
  const limiter = rateLimiter(rate(name()));
  await limiter.consume("ada", 3);
  expect((await refusalOf(limiter.consume("ada")))?.code).toBe("rate_limited");
});
