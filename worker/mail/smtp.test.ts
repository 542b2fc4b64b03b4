import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "bullmq";
import nodemailer, { type SendMailOptions } from "nodemailer";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { closePools, db, sql } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { forgetShared } from "@/platform/process";
import { closeQueues, consume } from "@/platform/queues";
import { aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aMailbox } from "@/testing/letters";
import { processors } from "../processors";
import { type Relay, startRelay } from "../relay";
import { openMail } from ".";
import { type MailDoor, openSmtp } from "./smtp";

const folder = mkdtempSync(join(tmpdir(), "smtp-in-"));
let services: TestServices;
let door: MailDoor;
let relay: Relay;
let worker: Worker;
beforeAll(async () => {
  services = await testServices({ STORAGE_DIR: folder });
  await aMailbox("help@desk.example");
  door = await openSmtp(0);
  relay = startRelay();
  worker = consume(
    "mail-in",
    processors.filter((processor) => processor.queue === "mail-in"),
  );
});
afterAll(async () => {
  await door.close();
  await relay.close();
  await worker.close();
  await closeQueues();
  await services.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(async () => {
  await setDatabase(null);
});

/** Points this process at another address of the same database. */
async function setDatabase(url: string | null): Promise<void> {
  vi.unstubAllEnvs();
  await closePools();
  if (url !== null) vi.stubEnv("DATABASE_URL", url);
  forgetEnv();
  forgetShared("database-pools");
}

async function sends(
  mail: SendMailOptions,
  port = door.port,
): Promise<{ code: number; says: string }> {
  const transport = nodemailer.createTransport({
    host: "127.0.0.1",
    port,
    ignoreTLS: true,
  });
  const given = {
    from: "anna@x.example",
    to: "help@desk.example",
    subject: "The door",
    text: "It jams.",
  };
  try {
    const { response } = await transport.sendMail({ ...given, ...mail });
    return { code: Number(response.slice(0, 3)), says: response };
  } catch (thrown) {
    if (thrown instanceof Error && "responseCode" in thrown)
      return { code: Number(thrown.responseCode), says: thrown.message };
    throw thrown;
  } finally {
    transport.close();
  }
}

const ticketsOf = (subject: string) =>
  db.write.rows<{ id: string }>(sql`select id from tickets where subject = ${subject}`);
const keptOf = async (subject: string) =>
  (await db.write.rows(sql`select id from raw_mails where subject = ${subject}`)).length;

test("a mail that is handed over becomes a ticket", async () => {
  const subject = newId();
  expect((await sends({ subject })).code).toBe(250);
  await expect.poll(() => ticketsOf(subject)).toHaveLength(1);
});

test("of a mail that waits for an admin it is kept which server handed it over", async () => {
  const subject = newId();
  await db.write.rows(sql`
    insert into blocked_senders (id, pattern, created_by, created_at)
    values (${newId()}, 'bob@blocked.example', ${(await aPerson({ role: "admin" })).id}, now())`);
  expect((await sends({ subject, from: "bob@blocked.example" })).code).toBe(250);
  const waits = () =>
    db.write.rows<{ peer: string; helo: string | null }>(sql`
      select peer, helo from raw_mails where subject = ${subject} and state = 'suspended'`);
  await expect.poll(waits).toHaveLength(1);
  expect(await waits()).toEqual([{ peer: "127.0.0.1", helo: expect.stringMatching(/./) }]);
});

test("mail for nobody here is refused for good: this is nobody's relay", async () => {
  expect(await sends({ to: "bob@elsewhere.example" })).toMatchObject({ code: 550 });
  const subject = newId();
  // One of several that is ours is taken; the others are refused by name.
  expect((await sends({ subject, to: "bob@elsewhere.example, help+x@desk.example" })).code).toBe(
    250,
  );
  await expect.poll(() => ticketsOf(subject)).toHaveLength(1);
});

test("while the database is away the sender keeps the mail and comes again", async () => {
  const subject = newId();
  await setDatabase("postgresql://nobody@127.0.0.1:1/nothing");
  expect(await sends({ subject })).toMatchObject({ code: 451 });
  await setDatabase(null);
  expect((await sends({ subject })).code).toBe(250);
  await expect.poll(() => ticketsOf(subject)).toHaveLength(1);
});

test("while the database's disk is full the sender keeps the mail and comes again", async () => {
  const subject = newId();
  // What PostgreSQL says when it cannot extend a file.
  await db.write.rows(sql`
    create function full_disk() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file: No space left on device'
      using errcode = 'disk_full'; end $$`);
  await db.write.rows(sql`
    create trigger full_disk before insert on raw_mail_contents
    for each row execute function full_disk()`);
  expect(await sends({ subject })).toMatchObject({ code: 451 });
  await db.write.rows(sql`drop function full_disk cascade`);
  expect((await sends({ subject })).code).toBe(250);
  await expect.poll(() => ticketsOf(subject)).toHaveLength(1);
});

test("a mail of 60 MB is refused with the bound, announced or not, and leaves nothing", async () => {
  const files = [{ filename: "a.bin", content: Buffer.alloc(45_000_000, 1) }];
  const subject = newId();
  expect((await sends({ subject, attachments: files })).code).toBe(552);
  expect(await keptOf(subject)).toBe(0);
  expect((await sends({})).code).toBe(250);
});

test("a mail to 10,000 is taken for those whom one mail may name, and the rest is asked to come apart", async () => {
  const subject = newId();
  const strangers = Array.from({ length: 10_000 }, (_, at) => `help+${at}@desk.example`);
  const envelope = { from: "anna@x.example", to: strangers };
  const headers = { "X-To": "many" };
  await sends({ subject, envelope, headers, to: strangers.join(", ") });
  await expect.poll(() => ticketsOf(subject)).toHaveLength(1);
  const [kept] = await db.write.rows<{ count: number }>(sql`
    select cardinality(envelope_to) as count from raw_mails where subject = ${subject}`);
  expect(kept?.count).toBe(limits.mailRecipientsMax);
  const [ticket] = await db.write.rows<{ participant_ids: string[] }>(sql`
    select participant_ids from tickets where subject = ${subject}`);
  expect(ticket?.participant_ids).toEqual([]);
});

test("workers of one machine share the door: one opens it when the other is gone", async () => {
  const port = door.port + 1;
  vi.stubEnv("SMTP_IN_PORT", String(port));
  forgetEnv();
  const one = await openMail(["mail-in"]);
  const other = await openMail(["mail-in"]);
  const elsewhere = await openMail(["notifications"]);
  const taken = () =>
    sends({ subject: newId() }, port).then(
      ({ code }) => code,
      () => 0,
    );
  await expect.poll(taken).toBe(250);
  await one.close();
  await expect.poll(taken).toBe(250);
  await other.close();
  await elsewhere.close();
});
