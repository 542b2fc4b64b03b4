import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "bullmq";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { keepMail } from "@/modules/mail";
import { db, sql } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { mailTransport } from "@/platform/mailer/transport";
import { forgetShared } from "@/platform/process";
import { closeQueues, consume, isQueueName, queues } from "@/platform/queues";
import { type TestServices, testServices } from "@/testing/database";
import { aLetter, aMailbox } from "@/testing/letters";
import { processors } from "../processors";
import { type Relay, startRelay } from "../relay";
import { type MailDoor, openSmtp } from "./smtp";

const folder = mkdtempSync(join(tmpdir(), "facing-"));
let services: TestServices;
let door: MailDoor;
let relay: Relay;
let workers: Worker[];
beforeAll(async () => {
  services = await testServices({ STORAGE_DIR: folder });
  door = await openSmtp(0);
  // Whatever we send comes in by our own door: the desk of the other side runs the same program.
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${door.port}`);
  vi.stubEnv("MAIL_FROM", "Desk A <desk@a.example>");
  forgetEnv();
  forgetShared("mail-transport");
  relay = startRelay();
  workers = works((name) => name === "mail-in");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await relay.close();
  await Promise.all(workers.map((worker) => worker.close()));
  await closeQueues();
  mailTransport()?.close();
  await door.close();
  await services.close();
  rmSync(folder, { recursive: true, force: true });
});

function works(which: (name: string) => boolean): Worker[] {
  return Object.keys(queues)
    .filter(isQueueName)
    .filter(which)
    .map((name) =>
      consume(
        name,
        processors.filter((processor) => processor.queue === name),
      ),
    );
}

const count = async (statement: ReturnType<typeof sql>) =>
  (await db.write.rows<{ n: number }>(statement))[0]?.n ?? 0;

test("two helpdesks that face each other stop by themselves", async () => {
  const ours = await aMailbox("in@a.example");
  // Somebody over there made their desk write to ours, as a person would.
  await keepMail(aLetter({ from: "help@b.example", to: "in@a.example", subject: "Facing" }), {
    mailboxId: ours,
    cameBy: "imap",
  });
  // Both desks share a database here, so each is ours only while the other one does not look.
  await expect.poll(() => count(sql`select count(*)::int as n from tickets`)).toBe(1);
  await Promise.all(workers.splice(0).map((worker) => worker.close()));
  workers.push(...works((name) => name !== "mail-in" && name !== "mail-out"));
  const written = sql`select count(*)::int as n from outgoing_mails`;
  await expect.poll(() => count(written)).toBe(1);
  await aMailbox("help@b.example");
  workers.push(...works((name) => name === "mail-out"));
  const arrived = sql`select count(*)::int as n from raw_mails`;
  await expect.poll(() => count(arrived)).toBe(2);
  await db.write.rows(sql`update mailboxes set address = 'away@a.example' where id = ${ours}`);
  workers.push(...works((name) => name === "mail-in"));
  // Our acknowledgement has reached their desk, which is of our kind and knows a machine by its words.
  const theirs = sql`
    select count(*)::int as n from raw_mails join mailboxes on mailboxes.id = mailbox_id
    where mailboxes.address = 'help@b.example' and reason ~ 'Auto-Submitted'`;
  await expect.poll(() => count(theirs)).toBe(1);
  const open = sql`select count(*)::int as n from outbox where published_at is null`;
  await expect.poll(() => count(open)).toBe(0);
  const unheard = sql`
    select count(*)::int as n from outbox
    where name in ('ticket.created', 'message.added') and not exists (
      select from effects where event_id = outbox.id and consumer = 'notifications')`;
  await expect.poll(() => count(unheard)).toBe(0);
  const waiting = sql`
    select (select count(*) from outgoing_mails where state = 'waiting')::int
      + (select count(*) from raw_mails where state = 'stored')::int as n`;
  await expect.poll(() => count(waiting)).toBe(0);
  expect(await count(written)).toBe(1);
  expect(await count(arrived)).toBe(2);
});
