import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { forgetEnv } from "@/platform/env";
import { limits } from "@/platform/limits";
import { type RunningValkey, startValkey } from "../../../scripts/services/valkey";
import { closeValkey, reconnectMs, valkey } from "./clients";
import { memoryFault, storesCheck } from "./memory";

const folder = mkdtempSync(join(tmpdir(), "memory-"));
let forgets: RunningValkey;
let keeps: RunningValkey;
beforeAll(async () => {
  keeps = await startValkey({ dataDir: join(folder, "keeps"), appendonly: false });
  forgets = await startValkey({
    dataDir: join(folder, "forgets"),
    appendonly: false,
    maxmemoryPolicy: "volatile-lru",
    extraArgs: ["--maxmemory", "32mb"],
  });
});
afterEach(async () => {
  await closeValkey();
  vi.unstubAllEnvs();
  forgetEnv();
});
afterAll(async () => {
  await Promise.all([keeps.stop(), forgets.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

const stores = (urls: Record<string, string>) => {
  for (const [name, url] of Object.entries(urls)) vi.stubEnv(name, url);
  forgetEnv();
};

test("the founding stores are right: a cache that forgets, all others that do not", async () => {
  stores({ VALKEY_URL: keeps.url, VALKEY_CACHE_URL: forgets.url });
  await expect(storesCheck()()).resolves.toBeUndefined();
});

test("one store for all purposes must not forget", async () => {
  stores({ VALKEY_URL: forgets.url });
  await expect(storesCheck()()).rejects.toThrow(
    /the Valkey for session, cache, queue, realtime has maxmemory-policy volatile-lru: set noeviction/,
  );
});

test("queues in a store that forgets keep a process from being ready, until it is mended", async () => {
  stores({ VALKEY_URL: keeps.url, VALKEY_QUEUE_URL: forgets.url, VALKEY_CACHE_URL: keeps.url });
  const check = storesCheck();
  await expect(check()).rejects.toThrow(/the Valkey for queue/);
  await valkey("queue").config("SET", "maxmemory-policy", "noeviction");
  await expect(check()).resolves.toBeUndefined();
  await valkey("queue").config("SET", "maxmemory-policy", "volatile-lru");
});

test("a store that is away is no mismatch", async () => {
  stores({ VALKEY_URL: "redis://127.0.0.1:1" });
  await expect(storesCheck()()).resolves.toBeUndefined();
});

test("a cache of its own says what it lacks", () => {
  expect(memoryFault(["cache"], { policy: "noeviction", maxmemoryBytes: 1 })).toMatch(
    /volatile-lru/,
  );
  expect(memoryFault(["cache"], { policy: "volatile-lru", maxmemoryBytes: 0 })).toMatch(
    /maxmemory/,
  );
});

test("a connection comes back as the founding strategy says", () => {
  expect([1, 2, 10, 40, 1_000].map(reconnectMs)).toEqual([50, 100, 500, 2_000, 2_000]);
  expect(reconnectMs(10_000)).toBe(limits.valkeyReconnectMsMax);
});
