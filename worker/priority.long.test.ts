import type { Worker } from "bullmq";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { budgets } from "@/modules/capacity";
import { monotonicMs } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import {
  closeQueues,
  consume,
  defineJob,
  done,
  processes,
  type QueueName,
  queueOf,
  queues,
} from "@/platform/queues";
import { type TestServices, testServices } from "@/testing/database";

let services: TestServices;
let workers: Worker[] = [];
beforeAll(async () => {
  services = await testServices({ PROCESS_KIND: "worker" });
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.close(true)));
  await closeQueues();
  await services.close();
});

type Work = { queue: QueueName; statements: number; ms: number; backlog: number };

/** Work like the real one: short statements for promises, longer for people, long for figures. */
const works: readonly Work[] = [
  { queue: "sla-checks", statements: 3, ms: 3, backlog: 1_500 },
  { queue: "notifications", statements: 5, ms: 5, backlog: 1_500 },
  { queue: "analytics", statements: 2, ms: 100, backlog: 1_500 },
];
const payload = z.object({ index: z.int() });

test("with all three backlogged on one worker, sla-checks keeps its budget and the others go on", async () => {
  const tookMs = new Map<QueueName, number[]>(works.map(({ queue }) => [queue, []]));
  const processors = works.map(({ queue, statements, ms }) => {
    const job = defineJob({ name: `test.${queue}`, queue, payload, id: ({ index }) => `${index}` });
    return processes(job, async () => {
      for (let each = 0; each < statements; each += 1)
        await db.write.rows(sql`select pg_sleep(${ms / 1_000}::float8)`);
      return done();
    });
  });
  for (const { queue, backlog } of works)
    await queueOf(queue).addBulk(
      Array.from({ length: backlog }, (_, index) => ({
        name: `test.${queue}`,
        data: { version: 1, requestId: null, payload: { index } },
      })),
    );
  const startedMs = monotonicMs();
  workers = processors.map((processor) => consume(processor.queue, [processor]));
  for (const worker of workers)
    worker.on("completed", ({ queueName, finishedOn = 0, processedOn = 0 }) => {
      const queue = works.find((each) => each.queue === queueName)?.queue;
      if (queue !== undefined) tookMs.get(queue)?.push(finishedOn - processedOn);
    });
  const finished = (queue: QueueName) => tookMs.get(queue)?.length ?? 0;
  await expect
    .poll(() => finished("sla-checks"), { timeout: 60_000, interval: 100 })
    .toBeGreaterThanOrEqual(600);
  const seconds = (monotonicMs() - startedMs) / 1_000;
  const { slaCheck, notification } = budgets.worker;
  const p = (queue: QueueName, share: number) => {
    const all = (tookMs.get(queue) ?? []).toSorted((one, other) => one - other);
    return all[Math.ceil((all.length * share) / 100) - 1] ?? Number.POSITIVE_INFINITY;
  };
  const says = works.map(
    ({ queue }) =>
      `${queue}: ${Math.round(finished(queue) / seconds)} a second, p95 ${Math.round(p(queue, 95))} ms`,
  );
  process.stdout.write(`${says.join("; ")}\n`);
  expect(p("sla-checks", 95)).toBeLessThan(slaCheck.msP95);
  expect(p("sla-checks", 99)).toBeLessThan(slaCheck.msP99);
  expect(p("notifications", 95)).toBeLessThan(notification.msP95);
  // Its limiter is the only thing that may hold it up by much.
  const { max, durationMs } = queues["sla-checks"].limiter;
  expect(finished("sla-checks") / seconds).toBeGreaterThan((max / durationMs) * 1_000 * 0.5);
  for (const { queue } of works) expect(finished(queue), queue).toBeGreaterThan(20);
});
