import { expect, test } from "vitest";
import { workerRules } from "@/modules/capacity/client";
import { queues } from "@/platform/queues/registry";
import { topologyOf } from "../../deploy/topology/description";
import { groupsOf, placesToStart } from "./plan";

async function plan(tier: "small" | "medium" | "large") {
  let port = 4_000;
  const topology = topologyOf(tier);
  return placesToStart(await groupsOf(topology, async () => port++), topology).started;
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

test("there is a place for as many as each rule may ask for, and the promises come first", async () => {
  let port = 4_000;
  const topology = topologyOf("medium");
  const groups = await groupsOf(topology, async () => port++);
  expect(groups.map(({ subject, places }) => [subject, places.length])).toEqual([
    ["sla-checks", 5],
    ["web", 10],
    ["realtime", 10],
    ["notifications", 8],
    ["analytics", 3],
  ]);
  expect(placesToStart(groups, topology).possible.webs).toHaveLength(10);
  const small = await groupsOf(topologyOf("small"), async () => port++);
  expect(small.map(({ subject, places }) => [subject, places.length])).toEqual(
    Array(3).fill([null, 1]),
  );
});

test("no two processes get one port or one name, and each is held to its part", async () => {
  const { webs, realtimes, workers } = await plan("large");
  const all = [...webs, ...realtimes, ...workers];
  expect(new Set(all.map(({ port }) => port)).size).toBe(all.length);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const { heapMbMax } of all) expect(heapMbMax).toBeGreaterThan(500);
});
