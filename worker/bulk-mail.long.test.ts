import type { Worker } from "bullmq";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTicket, reply } from "@/modules/conversations";
import type { Actor } from "@/platform/auth/actor";
import { monotonicMs } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { bulkRequestId } from "@/platform/outbox";
import { withRequestContext } from "@/platform/process";
import { closeQueues, consume, type QueueName, queueOf } from "@/platform/queues";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { processors } from "./processors";
import { type Relay, startRelay } from "./relay";

const bulkMails = 5_000;
const ordinaryReplies = 60;
/** A server that takes its time, as those of others do. */
const smtpMs = 50;

let services: TestServices;
let relay: Relay;
let workers: Worker[] = [];
let mia: Actor;
const begunAtMs = new Map<string, number>();
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: ({ address }, _session, then) => {
    if (!begunAtMs.has(address)) begunAtMs.set(address, monotonicMs());
    then();
  },
  onData: (stream, _session, then) => {
    stream.resume();
    stream.on("end", () => setTimeout(() => then(), smtpMs));
  },
});

beforeAll(async () => {
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () => {
      const address = listening.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  services = await testServices();
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${port}`);
  forgetEnv();
  mia = await aPerson({ role: "agent", name: "Mia" });
});
afterAll(async () => {
  await relay.close();
  await Promise.all(workers.map((worker) => worker.close()));
  await closeQueues();
  await services.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  vi.unstubAllEnvs();
});

const asks = async (requester: Actor) => {
  const asked = { commandId: aCommandId(), subject: "The vent", body: "It jams." };
  return (await createTicket.execute(requester, createTicket.schema.parse(asked))).ticketId;
};
const answers = (ticketId: string) =>
  reply.execute(
    mia,
    reply.schema.parse({ commandId: aCommandId(), ticketId, body: "We know, and mend it." }),
  );

/** As a bulk action's job changes things. */
function inBulk<Result>(work: () => Promise<Result>): Promise<Result> {
  const requestId = bulkRequestId("firmware");
  const rest = { operation: "test", mutates: true, atLeast: 0, actorId: null, setCookies: [] };
  const { signal } = new AbortController();
  return withRequestContext(
    { requestId, deadlineAtMs: monotonicMs() + 60_000, signal, ...rest },
    work,
  );
}

const share = (sorted: readonly number[], part: number) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0);
const waiting = (name: QueueName) =>
  queueOf(name).getJobCountByTypes("waiting", "prioritized", "delayed", "active");

test("while a bulk action's 5,000 mails wait, an ordinary reply's mail starts within 5 s p95, and its job within 2 s p95 and 5 s p99", async () => {
  const tickets = await Promise.all(
    Array.from({ length: 100 }, async () => asks(await aPerson({ name: "Anna" }))),
  );
  for (let done = 0; done < bulkMails; done += tickets.length)
    await inBulk(() => Promise.all(tickets.map(answers)));
  const people = await Promise.all(
    Array.from({ length: ordinaryReplies }, () => aPerson({ name: "Kim" })),
  );
  const asked = await Promise.all(people.map(asks));

  relay = startRelay();
  const unpublished = async () =>
    (await db.write.rows(sql`select id from outbox where published_at is null`)).length;
  await expect.poll(unpublished, { timeout: 120_000, interval: 100 }).toBe(0);
  // Each answer is told to customers by mail and to colleagues in the app: a job each, at least one.
  const ofBulk = await queueOf("notifications").getPrioritizedCount();
  expect(ofBulk).toBeGreaterThanOrEqual(bulkMails);
  workers = (["notifications", "mail-out"] as const).map((name) =>
    consume(
      name,
      processors.filter((processor) => processor.queue === name),
    ),
  );
  // What was asked meanwhile is acknowledged first; what is left after that is the bulk action's.
  const ordinary = async () => queueOf("notifications").getWaitingCount();
  await expect.poll(ordinary, { timeout: 120_000, interval: 100 }).toBe(0);

  const waitsMs: number[] = [];
  for (const [place, person] of people.entries()) {
    begunAtMs.delete(person.email);
    const committedAtMs = monotonicMs();
    await answers(asked[place] ?? "");
    await expect
      .poll(() => begunAtMs.has(person.email), { timeout: 60_000, interval: 10 })
      .toBe(true);
    waitsMs.push((begunAtMs.get(person.email) ?? 0) - committedAtMs);
  }
  const left = await waiting("notifications");
  const jobs = await db.write.rows<{ ms: number }>(sql`
    select extract(epoch from effects.done_at - outbox.created_at)::float8 * 1000 as ms
    from outbox join effects on effects.event_id = outbox.id
    where outbox.name = 'message.added' and outbox.actor_id = ${mia.id}
      and outbox.request_id is null`);
  const jobsMs = jobs.map(({ ms }) => ms).sort((one, other) => one - other);
  waitsMs.sort((one, other) => one - other);
  const figures = {
    bulkJobsLeft: left,
    mailStartMs: { p50: share(waitsMs, 0.5), p95: share(waitsMs, 0.95), max: share(waitsMs, 1) },
    jobMs: { p50: share(jobsMs, 0.5), p95: share(jobsMs, 0.95), p99: share(jobsMs, 0.99) },
  };
  process.stdout.write(`\n${JSON.stringify(figures)}\n`);
  expect(
    left,
    "the bulk action's jobs are not all done when the last reply is measured",
  ).toBeGreaterThan(0);
  expect(jobsMs.length).toBeGreaterThanOrEqual(ordinaryReplies);
  expect(figures.mailStartMs.p95).toBeLessThan(5_000);
  expect(figures.jobMs.p95).toBeLessThan(2_000);
  expect(figures.jobMs.p99).toBeLessThan(5_000);
});
