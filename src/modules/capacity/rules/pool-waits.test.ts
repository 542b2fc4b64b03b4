import { expect, test } from "vitest";
import { poolWaitsOf } from "./pool-waits";
import type { Measure } from "./readings";

const edges = [1, 10, 100] as const;
const wait = (about: Partial<Measure> & { pool: string; why?: string }): Measure => ({
  name: "insightdesk_pool_wait_ms",
  labels: { pool: about.pool, why: about.why ?? "turn" },
  atMs: 0,
  processId: "web-1",
  processKind: "web",
  count: 4,
  sum: 20,
  highest: 0,
  buckets: [0, 4, 0, 0],
  ...about,
});

test("waits add up pool by pool, the longest in all first, and opening a connection is none", () => {
  const found = poolWaitsOf(
    [
      wait({ pool: "primary" }),
      wait({ pool: "primary", atMs: 60_000 }),
      wait({ pool: "primary", why: "opening", count: 900, sum: 90_000 }),
      wait({ pool: "search", count: 2, sum: 400, buckets: [0, 0, 0, 2] }),
      wait({ pool: "primary", name: "insightdesk_pool_share" }),
    ],
    edges,
  );
  expect(found).toMatchObject([
    { component: "web web-1, search", waited: 2, msSum: 400, msP95: 100, isAtLeast: true },
    { component: "web web-1, primary", waited: 8, msSum: 40, isAtLeast: false },
  ]);
  expect(found[1]?.msP95).toBeGreaterThan(1);
  expect(found[1]?.msP95).toBeLessThanOrEqual(10);
});

test("a pool of which nobody waited is not in it", () => {
  expect(poolWaitsOf([wait({ pool: "primary", count: 0, sum: 0, buckets: [] })], edges)).toEqual(
    [],
  );
});
