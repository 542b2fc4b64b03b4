import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { db, sql } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { newId } from "@/platform/ids";
import { forgetShared } from "@/platform/process";
import { aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aMailServer as aRealServer } from "@/testing/mail-server";
import { mailboxMail, mailboxPage } from "./mailbox";
import { sendMailProcessor } from "./processor";
import { type NewMail, queueMail } from "./queue-mail";

const secretLink = "https://desk.example/reset-password?token=s3cr3t-t0k3n";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

const schema = z.object({ commandId: commandIdSchema, fails: z.boolean() });

/** Queues a mail as a command of a module would; `fails` makes that command fail afterwards. */
async function queue(mail: Partial<NewMail> = {}, fails = false): Promise<string> {
  let mailId = "";
  const write = command("test.mail", schema, async (tx, { now }, input) => {
    const whole: NewMail = {
      kind: "notice",
      to: "anna@example.com",
      subject: "Hello",
      text: "Hi",
      html: "<p>Hi</p>",
    };
    mailId = (await queueMail(tx, { ...whole, ...mail }, now)).mailId;
    if (input.fails) throw new Error("after the mail was queued");
    return {};
  });
  await write.execute(await aPerson(), { commandId: newId(), fails });
  return mailId;
}

const send = (mailId: string, attempt = 1) =>
  sendMailProcessor.run(
    { mailId },
    { requestId: null, attempt, signal: new AbortController().signal },
  );

async function rowOf(mailId: string) {
  const [row] = await db.write.rows<{
    state: string;
    attempts: number;
    fault: string | null;
    body_text: string;
    body_html: string;
  }>(
    sql`select state, attempts, fault, body_text, body_html from outgoing_mails where id = ${mailId}`,
  );
  return row;
}

const aMailServer = (codes: number[] = []) =>
  aRealServer((name, value) => vi.stubEnv(name, value), codes);

test("a mail is queued with what it is about, or not at all", async () => {
  const mailId = await queue();
  const events = await db.write.rows(sql`
    select id from outbox where name = 'mail.queued' and payload->>'mailId' = ${mailId}`);
  expect(events).toHaveLength(1);
  await expect(queue({ subject: "Never" }, true)).rejects.toThrow("after the mail was queued");
  const never = await db.write.rows(sql`select id from outgoing_mails where subject = 'Never'`);
  expect(never).toEqual([]);
});

test("a mail reaches its recipient as it was written", async () => {
  const server = await aMailServer();
  const mailId = await queue({ subject: "Grüße\r\nBcc: eve@example.com", inReplyTo: "<a@b>" });
  expect(await send(mailId)).toEqual({ outcome: "done" });
  const mail = server.received[0]?.mail;
  expect(mail?.subject).toBe("Grüße Bcc: eve@example.com");
  expect(mail?.headers.has("bcc")).toBe(false);
  expect(mail?.text?.trim()).toBe("Hi");
  expect(mail?.inReplyTo).toBe("<a@b>");
  expect(mail?.messageId).toBe(`<${mailId}@localhost>`);
  expect(await rowOf(mailId)).toMatchObject({ state: "sent", attempts: 1, fault: null });
  await server.close();
});

test("every attempt carries the same Message-ID, and a mail that was sent is not sent again", async () => {
  const server = await aMailServer([451, 451]);
  const mailId = await queue();
  await expect(send(mailId, 1)).rejects.toThrow("not now");
  expect(await rowOf(mailId)).toMatchObject({ state: "waiting", attempts: 1 });
  await expect(send(mailId, 2)).rejects.toThrow("not now");
  expect(await send(mailId, 3)).toEqual({ outcome: "done" });
  expect(await send(mailId, 4)).toEqual({ outcome: "done" });
  expect(server.received.map(({ mail }) => mail.messageId)).toEqual(
    Array(3).fill(`<${mailId}@localhost>`),
  );
  await server.close();
});

test("a mail that the server refuses for good is not tried again, and says why", async () => {
  const server = await aMailServer([550]);
  const mailId = await queue();
  expect(await send(mailId)).toMatchObject({ outcome: "cancelled" });
  const row = await rowOf(mailId);
  expect(row?.state).toBe("failed");
  expect(row?.fault).toContain("not now");
  await server.close();
});

test("a mail that never gets through ends as not sent after the last attempt", async () => {
  vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:1");
  forgetEnv();
  forgetShared("mail-transport");
  const mailId = await queue();
  await expect(send(mailId, 1)).rejects.toThrow();
  expect((await rowOf(mailId))?.state).toBe("waiting");
  await expect(send(mailId, 20)).rejects.toThrow();
  expect((await rowOf(mailId))?.state).toBe("failed");
});

test("a secret in a mail is readable by its recipient alone", async () => {
  const server = await aMailServer();
  const mailId = await queue({
    text: secretLink,
    html: `<a href="${secretLink}">x</a>`,
    secret: true,
  });
  const waiting = JSON.stringify(
    await db.write.rows(sql`
    select outgoing_mails.*, outbox.payload from outgoing_mails, outbox
    where outgoing_mails.id = ${mailId} and outbox.payload->>'mailId' = ${mailId}`),
  );
  expect(waiting).not.toContain("s3cr3t-t0k3n");
  expect((await mailboxMail(mailId))?.text).toBeNull();
  await send(mailId);
  expect(server.received[0]?.mail.text).toContain(secretLink);
  expect(await rowOf(mailId)).toMatchObject({ state: "sent", body_text: "", body_html: "" });
  expect((await mailboxMail(mailId))?.text).toBeNull();
  await server.close();
});

test("without a mail server every mail is caught and can be read, links and all", async () => {
  const mailId = await queue({
    subject: "Caught",
    text: secretLink,
    html: secretLink,
    secret: true,
  });
  expect(await send(mailId)).toEqual({ outcome: "done" });
  expect(await mailboxMail(mailId)).toMatchObject({ state: "sent", text: secretLink });
  const { mails } = await mailboxPage();
  expect(mails[0]).toMatchObject({ id: mailId, subject: "Caught" });
  const { mails: older } = await mailboxPage(mailId);
  expect(older.map((mail) => mail.id)).not.toContain(mailId);
  expect((await rowOf(mailId))?.body_text).not.toContain("s3cr3t");
});

test("a job for a mail that is gone ends quietly", async () => {
  expect(await send(newId())).toMatchObject({ outcome: "cancelled" });
  expect(await mailboxMail("no id")).toBeNull();
});
