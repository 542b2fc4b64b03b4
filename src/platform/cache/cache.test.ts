import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { limits } from "@/platform/limits";
import { registry } from "@/platform/telemetry";
import { keyOf, lifetimeMs, valkey } from "@/platform/valkey";
import { type TestServices, testServices } from "@/testing/database";
import { cacheOf } from "./index";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());

const cache = cacheOf("kbArticle", z.object({ says: z.string() }));

/** Gives what it is told to, when it is told to, and counts how often it was asked. */
function aSource() {
  let asked = 0;
  const waiting: ((says: string | null) => void)[] = [];
  return {
    asked: () => asked,
    load: () => {
      asked += 1;
      return new Promise<{ says: string } | null>((resolve) =>
        waiting.push((says) => resolve(says === null ? null : { says })),
      );
    },
    answers: async (says: string | null) => {
      await expect.poll(() => waiting.length).toBeGreaterThan(0);
      for (const give of waiting.splice(0)) give(says);
    },
  };
}

test("however many ask at once, it is loaded once, and then not at all", async () => {
  const source = aSource();
  const all = Promise.all(Array.from({ length: 20 }, () => cache.read("many", source.load)));
  await source.answers("yes");
  expect(await all).toEqual(Array.from({ length: 20 }, () => ({ says: "yes" })));
  expect(await cache.read("many", source.load)).toEqual({ says: "yes" });
  expect(source.asked()).toBe(1);
});

test("what is not there is remembered for a short time, what is there for its own and less", async () => {
  await cache.read("there", async () => ({ says: "yes" }));
  await cache.read("none", async () => null);
  expect(await cache.read("none", async () => ({ says: "now" }))).toBeNull();
  const lives = (part: string) => valkey("cache").pttl(keyOf("kbArticle", part));
  expect(await lives("none")).toBeLessThanOrEqual(limits.cacheNothingMs);
  expect(await lives("there")).toBeLessThanOrEqual(lifetimeMs("kbArticle"));
  expect(await lives("there")).toBeGreaterThan(lifetimeMs("kbArticle") * 0.85);
});

test("what was loaded before a clearing and comes after it is not kept", async () => {
  const slow = aSource();
  const before = cache.read("raced", slow.load);
  await expect.poll(slow.asked).toBe(1);
  await cache.clear(["raced"]);
  // Who asks now does not wait with those who began before.
  expect(await cache.read("raced", async () => ({ says: "new" }))).toEqual({ says: "new" });
  await slow.answers("old");
  expect(await before).toEqual({ says: "old" });
  expect(await cache.read("raced", async () => ({ says: "newest" }))).toEqual({ says: "newest" });
});

test("what another version wrote is nobody's answer", async () => {
  await valkey("cache").set(keyOf("kbArticle", "odd"), '{"value":{"said":1}}', "PX", 60_000);
  expect(await cache.read("odd", async () => ({ says: "ours" }))).toEqual({ says: "ours" });
});

test("a source that fails is asked again", async () => {
  const fails = () => Promise.reject(new Error("away"));
  await expect(cache.read("failed", fails)).rejects.toThrow("away");
  expect(await cache.read("failed", async () => ({ says: "back" }))).toEqual({ says: "back" });
});

test("how often it answered is counted", async () => {
  const text = await registry().metrics();
  expect(text).toMatch(/insightdesk_cache_reads_total\{cache="kbArticle",result="hit"\} [1-9]/);
  expect(text).toMatch(/result="held"\} [1-9]/);
});
