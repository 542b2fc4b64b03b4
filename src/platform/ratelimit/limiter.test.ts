import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { forgetEnv } from "@/platform/env";
import { isAppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { forgetShared } from "@/platform/process";
import { closeValkey, valkey } from "@/platform/valkey";
import { type RunningValkey, startValkey } from "../../../scripts/services/valkey";
import { rateLimiter } from "./limiter";

const name = () => `test-${newId()}`;
const rate = (limit: string) => ({ name: limit, pointsMax: 3, windowMs: 60_000 });

/** As another process would: it shares the store and nothing else. */
const anotherProcess = (limit: string) => {
  forgetShared(`rate-${limit}`);
  return rateLimiter(rate(limit));
};

async function storeIsReady() {
  const client = valkey("session");
  if (client.status !== "ready") await once(client, "ready");
}

async function refusalOf(refused: Promise<void>) {
  const thrown: unknown = await refused.catch((error: unknown) => error);
  return isAppError(thrown) ? thrown : null;
}

const folder = mkdtempSync(join(tmpdir(), "rate-limit-"));
let store: RunningValkey;
beforeAll(async () => {
  store = await startValkey({ dataDir: folder, appendonly: false });
});
afterAll(async () => {
  await store.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  vi.stubEnv("VALKEY_URL", store.url);
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
