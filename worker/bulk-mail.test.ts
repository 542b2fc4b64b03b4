import type { Worker } from "bullmq";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { mailQueued } from "@/platform/mailer";
import { bulkRequestId } from "@/platform/outbox";
import { addJob, ask, closeQueues, consume, defineJob, done, processes } from "@/platform/queues";
import { aCommandId, anEnvelope } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { asksOf } from "./subscriptions";

let services: TestServices;
let workers: Worker[] = [];
beforeAll(async () => {
  services = await testServices();
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.close()));
  workers = [];
});
afterAll(async () => {
  await closeQueues();
  await services.close();
});

const patience = { timeout: 45_000, interval: 25 };
const letter = defineJob({
  name: "test.letter",
  queue: "mail-out",
  payload: z.object({ name: z.string() }),
  id: ({ name }) => name,
});

test("what somebody waits for overtakes the thousand mails of a bulk action", async () => {
  const bulk = Array.from({ length: 1_000 }, (_, place) => `bulk-${place}`);
  await Promise.all(bulk.map((name) => addJob(ask(letter, { name }, { isBulk: true }))));
  await addJob(ask(letter, { name: "a reply" }));
  await addJob(ask(letter, { name: "another reply" }));
  const begun: string[] = [];
  workers.push(
    consume("mail-out", [
      processes(letter, async ({ name }) => {
        begun.push(name);
        return done();
      }),
    ]),
  );
  await expect.poll(() => begun.length, patience).toBe(1_002);
  expect(begun.indexOf("a reply")).toBeLessThan(2);
  expect(begun.indexOf("another reply")).toBeLessThan(3);
  expect(begun.filter((name) => name.startsWith("bulk"))).toEqual(bulk);
});

test("what follows from a bulk action stands back in every queue, and from anything else does not", () => {
  const mailId = aCommandId();
  const told = (requestId: string | null, bulk: boolean) => {
    const { name, version, payload } = mailQueued.make({ mailId, bulk });
    const event = anEnvelope({ name, version, payload, requestId });
    return asksOf(event).map(({ isBulk }) => isBulk === true);
  };
  expect(told(bulkRequestId("1"), false)).toEqual([true]);
  expect(told("a-request", true)).toEqual([true]);
  expect(told("a-request", false)).toEqual([false]);
  expect(told(null, false)).toEqual([false]);
});
