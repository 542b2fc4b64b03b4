import { expect, test } from "vitest";
import { workerRules } from "@/modules/capacity/client";
import { queues } from "@/platform/queues/registry";
import { topologyOf } from "../../deploy/topology/description";
import { planFor } from "./plan";

async function plan(tier: "small" | "medium" | "large") {
  let port = 4_000;
  return planFor(topologyOf(tier), async () => port++);
}

test("small is one of each, as its row says, and the worker runs every queue", async () => {
  const { webs, realtimes, workers } = await plan("small");
  expect([...webs, ...realtimes, ...workers].map(({ name }) => name)).toEqual([
    "web-1",
    "realtime-1",
    "worker-1",
  ]);
  expect(workers[0]?.env).toEqual({});
});

test("medium has two of each, and the founding base of workers for each queue", async () => {
  const { webs, realtimes, workers } = await plan("medium");
  expect([webs.length, realtimes.length]).toEqual([2, 2]);
  for (const [queue, { replicasBase }] of Object.entries(workerRules)) {
    const mine = workers.filter(({ env }) => env?.WORKER_QUEUES?.split(",").includes(queue));
    expect(mine, queue).toHaveLength(replicasBase);
  }
  const served = new Set(workers.flatMap(({ env }) => env?.WORKER_QUEUES?.split(",") ?? []));
  expect([...served].toSorted()).toEqual(Object.keys(queues).toSorted());
});

test("no two processes get one port or one name, and each is held to its part", async () => {
  const { webs, realtimes, workers } = await plan("large");
  const all = [...webs, ...realtimes, ...workers];
  expect(new Set(all.map(({ port }) => port)).size).toBe(all.length);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const { heapMbMax } of all) expect(heapMbMax).toBeGreaterThan(500);
});
