import { afterAll, beforeAll, expect, test } from "vitest";
import { addJob, ask, depthOf, failedJobs, queueOf } from "@/platform/queues";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { rollUpMeasures } from "../jobs";
import { operatorActions } from "../queries/queues";
import { operateQueue } from "./operate-queue";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());

const queue = "analytics" as const;
const asked = { queue, jobId: null } as const;

test("a paused queue keeps what waits, and who paused it is known", async () => {
  const ada = await aPerson({ role: "admin" });
  await operateQueue(ada, { ...asked, commandId: aCommandId(), verb: "pause" });
  await addJob(ask(rollUpMeasures, { spanSeconds: 60 as const, endMs: 60_000 }));
  expect(await depthOf(queue)).toMatchObject({ paused: true });
  await operateQueue(ada, { ...asked, commandId: aCommandId(), verb: "resume" });
  expect(await depthOf(queue)).toMatchObject({ paused: false, waiting: 1 });
  expect((await operatorActions()).map(({ action, subject, by }) => [action, subject, by])).toEqual(
    [
      ["queue resume", queue, ada.name],
      ["queue pause", queue, ada.name],
    ],
  );
});

test("a failed job shows its reason without addresses, and is tried again or removed", async () => {
  const ada = await aPerson({ role: "admin" });
  const at = queueOf(queue);
  const job = await at.add("broken", {}, { jobId: "broken-1", attempts: 1, priority: 1 });
  await at.remove("roll-up-60-60000");
  const taken = await takeAndFail(job.id ?? "");
  expect(taken).toBe(true);
  expect(await failedJobs(queue)).toMatchObject([{ id: "broken-1", reason: "no mailbox …" }]);
  expect(
    await operateQueue(ada, {
      ...asked,
      commandId: aCommandId(),
      verb: "retry",
      jobId: "broken-1",
    }),
  ).toEqual({ jobs: 1 });
  expect(await depthOf(queue)).toMatchObject({ waiting: 1, failed: 0 });
  // Another admin's page still shows it: what waits again is neither tried twice nor taken away.
  for (const verb of ["retry", "remove"] as const)
    expect(
      await operateQueue(ada, { ...asked, commandId: aCommandId(), verb, jobId: "broken-1" }),
    ).toEqual({ jobs: 0 });
  expect(await depthOf(queue)).toMatchObject({ waiting: 1, failed: 0 });
});

/** As a worker would: takes the next job and lets it fail. */
async function takeAndFail(id: string): Promise<boolean> {
  const { Worker } = await import("bullmq");
  const { connectValkey, queuePrefix } = await import("@/platform/valkey");
  const worker = new Worker(queue, null, {
    prefix: queuePrefix(),
    connection: connectValkey("queue", { maxRetriesPerRequest: null }),
  });
  const job = await worker.getNextJob("token");
  await job?.moveToFailed(new Error("no mailbox anna@example.com"), "token", false);
  await worker.close();
  return job?.id === id;
}
