import type { Worker } from "bullmq";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { newId } from "@/platform/ids";
import {
  ask,
  closeQueues,
  consume,
  defineJob,
  done,
  processes,
  scrubJobs,
} from "@/platform/queues";
import { addJob, queueOf } from "@/platform/queues/producer";
import { type TestServices, testServices } from "@/testing/database";

const tells = defineJob({
  name: "test.tells",
  queue: "notifications",
  payload: z.object({ id: z.string(), event: z.object({ ticketId: z.string() }) }),
  id: ({ id }) => `tells-${id}`,
});

let services: TestServices;
let worker: Worker;
const begun: string[] = [];
let end: () => void = () => undefined;
const mayEnd = new Promise<void>((resolve) => {
  end = resolve;
});
beforeAll(async () => {
  services = await testServices();
  worker = consume("notifications", [
    processes(tells, async ({ id }) => {
      begun.push(id);
      await mayEnd;
      return done();
    }),
  ]);
});
afterAll(async () => {
  await worker.close();
  await closeQueues();
  await services.close();
});

test("what a running job carries is gone with it: whoever removes words comes again until then", async () => {
  const [ticketId, other] = [newId(), newId()];
  await addJob(ask(tells, { id: "one", event: { ticketId } }));
  await addJob(ask(tells, { id: "another", event: { ticketId: other } }));
  await expect.poll(() => [...begun].sort()).toEqual(["another", "one"]);
  // It runs, so it can neither be taken away nor be passed over as if it were gone.
  expect((await scrubJobs([ticketId])).running).toBeGreaterThan(0);
  end();
  await expect.poll(async () => (await scrubJobs([ticketId])).running).toBe(0);
  const left = await queueOf("notifications").getJobs();
  expect(left.map((job) => job.id)).toEqual(["tells-another"]);
});
