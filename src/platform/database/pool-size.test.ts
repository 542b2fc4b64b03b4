import { afterEach, expect, test, vi } from "vitest";
import { forgetEnv } from "@/platform/env";
import { poolPlan, poolSize } from "./pool-size";

afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

const as = (kind: string, more: Record<string, string> = {}) => {
  for (const [name, value] of Object.entries({ PROCESS_KIND: kind, ...more }))
    vi.stubEnv(name, value);
  forgetEnv();
};

test("four cores and an SSD have the founding document's nine connections", () => {
  expect(poolSize(4)).toBe(9);
  as("web");
  expect(poolPlan(4)).toEqual({ max: 9, from: "(4 cores x 2) + 1 spindle = 9" });
});

test("a machine with many cores is bounded, and says by what", () => {
  as("realtime");
  expect(poolPlan(16)).toEqual({
    max: 3,
    from: "(16 cores x 2) + 1 spindle = 33, bounded by realtimePoolMax = 3",
  });
  as("worker");
  expect(poolPlan(16).from).toContain("workerPoolMax");
});

test("what an operator says wins", () => {
  as("web", { DATABASE_POOL_MAX: "4" });
  expect(poolPlan(16)).toEqual({ max: 4, from: "DATABASE_POOL_MAX says so" });
});
