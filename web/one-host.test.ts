import { hostname } from "node:os";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { nowMs } from "@/platform/clock";
import { forgetEnv } from "@/platform/env";
import { limits } from "@/platform/limits";
import type { ProcessReport } from "@/platform/processes";
import { keyOf, valkey } from "@/platform/valkey";
import { type TestServices, testServices } from "@/testing/database";
import { checkOneHost } from "./one-host";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});
afterAll(() => services.close());

async function aWebOn(host: string, atMs: number): Promise<void> {
  const report: ProcessReport = {
    ...{ id: "other", kind: "web", pid: 1, port: 1, version: "1", state: "ready" },
    ...{ host, startedAtMs: atMs, atMs, cpuShare: 0, rssBytes: 0, checks: {} },
  };
  await valkey("realtime").hset(keyOf("process"), "other", JSON.stringify(report));
}

test("a web with files in a folder does not start beside one on another machine", async () => {
  await aWebOn("another-machine", nowMs());
  await expect(checkOneHost()).rejects.toThrow(/runs on another-machine already/);
});

test("on the same machine, after the other has gone, and with a store that both reach, it starts", async () => {
  await aWebOn(hostname(), nowMs());
  await checkOneHost();
  await aWebOn("another-machine", nowMs() - limits.processStaleMs - 1_000);
  await checkOneHost();
  await aWebOn("another-machine", nowMs());
  vi.stubEnv("S3_ENDPOINT", "http://store:9000");
  forgetEnv();
  await checkOneHost();
});
