import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { nowMs } from "@/platform/clock";
import { forgetEnv } from "@/platform/env";
import { listen } from "@/platform/http";
import { closeQueues, queueOf } from "@/platform/queues";
import { keyOf, valkey } from "@/platform/valkey";
import { type TestServices, testServices } from "@/testing/database";
import { answerScaling, scalingPath } from "./scaling-figures";

const token = "a-token-of-twenty-four-characters";
let services: TestServices;
let server: Server;
let url: string;

beforeAll(async () => {
  services = await testServices({ INTERNAL_TOKEN: token });
  server = createServer((req, res) => void answerScaling(req, res));
  url = `http://127.0.0.1:${await listen(server, "127.0.0.1", 0)}${scalingPath}`;
});
afterAll(async () => {
  server.close();
  await closeQueues();
  await services.close();
});

const ask = (authorization?: string) =>
  fetch(url, { headers: authorization === undefined ? {} : { authorization } });

async function aProcess(id: string, connections: number, ageMs: number) {
  const report = {
    id,
    kind: "realtime",
    pid: 1,
    host: "here",
    port: 1,
    version: "1",
    startedAtMs: nowMs(),
    atMs: nowMs() - ageMs,
    state: "ready",
    cpuShare: 0,
    rssBytes: 1,
    checks: {},
    connections,
  };
  await valkey("realtime").hset(keyOf("process"), id, JSON.stringify(report));
}

test("waiting and prioritised jobs are a backlog, delayed ones are not", async () => {
  const queue = queueOf("notifications");
  await queue.add("one", {});
  await queue.add("two", {}, { priority: 3 });
  await queue.add("later", {}, { delay: 3_600_000 });
  await aProcess("one", 40, 0);
  await aProcess("two", 2, 0);
  await aProcess("silent", 500, 60_000);
  const answer = await ask(`Bearer ${token}`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    queues: { notifications: { waiting: 2, active: 0 }, "sla-checks": { waiting: 0 } },
    connections: 42,
  });
});

test.each([
  ["no key", undefined],
  ["another key", "Bearer another-token-of-24-characters"],
  ["the key as a name", `Basic ${token}`],
])("who comes with %s learns nothing", async (_says, authorization) => {
  const answer = await ask(authorization);
  expect(answer.status).toBe(401);
  expect(await answer.text()).toBe("");
});

test("without a token in the environment nobody is answered", async () => {
  vi.stubEnv("INTERNAL_TOKEN", "");
  forgetEnv();
  const answer = await ask(`Bearer ${token}`);
  vi.unstubAllEnvs();
  forgetEnv();
  expect(answer.status).toBe(404);
});
