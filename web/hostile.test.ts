import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { readSession } from "@/modules/identity";
import { ticketHead } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { type ErrorCode, errorRules } from "@/platform/errors";
import { listen } from "@/platform/http";
import { limits } from "@/platform/limits";
import { makeLifecycle } from "@/platform/process";
import { handleFiles } from "@/platform/storage";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aDeviceOf } from "@/testing/people";
import { appRouter } from "@/trpc/root";
import { makeWebServer } from "./server";
import { type Heard, type Sent, send } from "./testing/send";

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const life = makeLifecycle(silent);
const folder = mkdtempSync(join(tmpdir(), "hostile-"));
let services: TestServices;
let port: number;
let anna: Actor;
let mia: Actor;
let cookie: string;
let agentCookie: string;
let foreign: { ticketId: string; number: number };

beforeAll(async () => {
  services = await testServices({ STORAGE_DIR: folder, RATE_LIMIT_FACTOR: "1000" });
  const server = makeWebServer(life, {
    api: { router: appRouter, readSession },
    files: handleFiles,
    pages: (_req, res) => void res.writeHead(404).end(),
  });
  port = await listen(server, "127.0.0.1", 0);
  life.markReady();
  anna = await aPerson({ name: "Anna" });
  mia = await aPerson({ role: "agent", name: "Mia" });
  ({ cookie } = await aDeviceOf(anna));
  ({ cookie: agentCookie } = await aDeviceOf(mia));
  const stranger = await aDeviceOf(await aPerson());
  const asked = await call("tickets.create", aQuestion(), { cookie: stranger.cookie });
  foreign = z
    .object({ result: z.object({ data: z.object({ ticketId: z.uuid(), number: z.int() }) }) })
    .parse(JSON.parse(asked.body)).result.data;
});
afterAll(async () => {
  await life.drain("test over");
  await services.close();
  rmSync(folder, { recursive: true, force: true });
});

const json = { "content-type": "application/json" };
const aQuestion = (more: object = {}) => ({
  commandId: aCommandId(),
  subject: "The door",
  body: "It jams.",
  ...more,
});

const post = (name: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  send(port, {
    method: "POST",
    path: `/api/trpc/${name}`,
    headers: { ...json, cookie, ...headers },
    body,
  });

const call = (name: string, input: unknown, headers: Record<string, string> = {}) =>
  post(name, JSON.stringify(input), headers);

const ask = (name: string, input: unknown, headers: Record<string, string> = {}) =>
  send(port, {
    path: `/api/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`,
    headers: { cookie, ...headers },
  });

const refusalSchema = z.object({
  error: z.object({
    message: z.string().min(10),
    data: z.object({ appCode: z.string(), http: z.int(), client: z.string() }),
  }),
});

/** The refusal's code, when it is worded and typed as the table says. */
function refusalOf({ status, body }: Heard): string {
  const parsed = refusalSchema.safeParse(JSON.parse(body));
  if (!parsed.success) return `no refusal: ${status} ${body.slice(0, 200)}`;
  const { data, message } = parsed.data.error;
  const known = Object.entries(errorRules).find(([code]) => code === data.appCode)?.[1];
  expect(known?.http).toBe(status);
  expect(message.startsWith(known?.words ?? "nothing")).toBe(true);
  return data.appCode;
}

/** All that a change could have left behind. */
async function everything(): Promise<unknown> {
  return db.write.rows(sql`
    select (select count(*)::int from tickets) as tickets,
      (select count(*)::int from ticket_messages) as messages,
      (select count(*)::int from outbox) as events,
      (select count(*)::int from commands) as commands,
      (select count(*)::int from attachments) as files,
      (select count(*)::int from users where suspended_at is not null) as suspended`);
}

async function isRefused(code: ErrorCode, attempt: () => Promise<Heard>): Promise<void> {
  const before = await everything();
  expect(refusalOf(await attempt())).toBe(code);
  expect(await everything()).toEqual(before);
}

describe("fields that are too long, empty or of another kind are refused, and nothing is kept", () => {
  const bad: [string, object][] = [
    ["no subject", { subject: "" }],
    ["a subject of blanks", { subject: "   " }],
    ["a subject that is too long", { subject: "x".repeat(limits.subjectCharsMax + 1) }],
    ["no text and no file", { body: " \n " }],
    ["a text that is too long", { body: "x".repeat(limits.bodyCharsMax + 1) }],
    ["a text that is markup and nothing else", { body: "<script>alert(1)</script>" }],
    ["a number for a text", { body: 7 }],
    ["too many files", { attachmentIds: Array.from({ length: 11 }, aCommandId) }],
    ["a file that is no id", { attachmentIds: ["../../etc/passwd"] }],
    ["an id of the change that is none", { commandId: "1" }],
    ["a priority that is none", { priority: "highest" }],
  ];
  test.each(bad)("%s", (_says, field) =>
    isRefused("invalid_input", () => call("tickets.create", aQuestion(field))),
  );

  const changes: [string, object][] = [
    ["a tag with a blank", { tags: ["two words"] }],
    ["a tag that is too long", { tags: ["x".repeat(41)] }],
    ["too many tags", { tags: Array.from({ length: 31 }, (_, index) => `tag${index}`) }],
    ["an empty subject", { subject: " " }],
    ["a status that is none", { status: "gone" }],
  ];
  test.each(changes)("a change to %s", (_says, fields) =>
    isRefused("invalid_input", () =>
      call(
        "tickets.update",
        { commandId: aCommandId(), ticketId: foreign.ticketId, changes: fields },
        { cookie: agentCookie },
      ),
    ),
  );
});

describe("a cookie that we did not write speaks for nobody", () => {
  const value = () => cookie.slice(cookie.indexOf("=") + 1);
  const name = () => cookie.slice(0, cookie.indexOf("="));
  const forged: [string, () => string][] = [
    ["none", () => ""],
    ["garbage", () => "\u00ff=;;;=%E0%A4%A; x"],
    ["a broken percent sign", () => `${name()}=%E0%A4%A`],
    ["a token without its signature", () => `${name()}=${value().split(".")[0]}`],
    ["another token under the signature", () => cookie.replace(/=.{4}/, "=aaaa")],
    ["another signature", () => `${cookie.slice(0, -8)}AAAAAAA%3D`],
    ["a key of the store", () => `${name()}=session%3Aperson.x`],
  ];
  test.each(forged)("%s", (_says, made) =>
    isRefused("not_signed_in", () =>
      call("tickets.create", aQuestion(), { cookie: Buffer.from(made()).toString("latin1") }),
    ),
  );

  test("a cookie that is larger than any of ours does not get far", async () => {
    const heard = await call("tickets.create", aQuestion(), { cookie: "x".repeat(40_000) });
    expect(heard.status).toBe(431);
  });
});

test("a ticket of somebody else answers, byte for byte, like one that does not exist", async () => {
  const withoutIds = ({ status, body }: Heard) => ({
    status,
    body: body.replace(/"requestId":"[^"]*"/, ""),
  });
  const same = async (attempt: (about: { ticketId: string; number: number }) => Promise<Heard>) => {
    const seen = await attempt(foreign);
    const absent = await attempt({ ticketId: aCommandId(), number: 987_654_321 });
    expect(withoutIds(seen)).toEqual(withoutIds(absent));
    expect(refusalOf(seen)).toBe("ticket_not_found");
  };
  await same(({ number }) => ask("requests.get", { number }));
  await same(({ ticketId }) =>
    call("tickets.reply", { commandId: aCommandId(), ticketId, body: "Let me in." }),
  );
  await same(({ ticketId }) => call("requests.resolve", { commandId: aCommandId(), ticketId }));
  await same(({ ticketId }) =>
    call("tickets.markSeen", { commandId: aCommandId(), ticketId, seenAt: null }),
  );
  expect((await ticketHead(mia, foreign.number)).row.version).toBe(1);
});

describe("requests that are no calls are refused whole, and nothing is half-done", () => {
  test("a body of 100 MB", () =>
    isRefused("payload_too_large", () =>
      post("tickets.create", Buffer.alloc(100 * 1024 * 1024, "x")),
    ));

  test("a batch of 1,000 calls", async () => {
    const names = Array.from({ length: 1_000 }, () => "tickets.reply").join(",");
    await isRefused("batch_too_large", () => post(`${names}?batch=1`, "{}"));
  });

  test("JSON that is nested 10,000 deep, in a body and in an address", async () => {
    const nested = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;
    const body = JSON.stringify(aQuestion()).replace('"It jams."', nested);
    await isRefused("malformed_request", () => post("tickets.create", body));
    const deep = `${"[".repeat(5_000)}${"]".repeat(5_000)}`;
    await isRefused("malformed_request", () =>
      send(port, { path: `/api/trpc/tickets.get?input=${deep}`, headers: { cookie } }),
    );
  });

  test("a text with a zero byte, which no column could hold", () =>
    isRefused("malformed_request", () => call("tickets.create", aQuestion({ subject: "\u0000" }))));

  test.each([
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/plain",
    "",
  ])("a form: %s", (type) =>
    isRefused("unsupported_content_type", () =>
      post("tickets.create", JSON.stringify(aQuestion()), { "content-type": type }),
    ),
  );

  test.each(["{", "", "null", "[]", '"text"', "\u0000", '{"__proto__":{"role":"admin"}}'])(
    "a body that is no input: %j",
    async (body) => {
      const before = await everything();
      const code = refusalOf(await post("tickets.create", body));
      expect(["malformed_request", "invalid_input"]).toContain(code);
      expect(await everything()).toEqual(before);
    },
  );

  test("a change that another site's page sends with the cookie", () =>
    isRefused("foreign_origin", () =>
      call("tickets.create", aQuestion(), { origin: "https://evil.example" }),
    ));

  test("a change by GET, and a question by POST", async () => {
    await isRefused("method_not_allowed", () => ask("tickets.create", aQuestion()));
    await isRefused("method_not_allowed", () => call("identity.me", undefined));
  });
});

describe("files that are too large or lie about themselves", () => {
  const uploadSchema = z.object({
    result: z.object({
      data: z.object({
        attachmentId: z.uuid(),
        upload: z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }),
      }),
    }),
  });
  const begin = async (name: string, type: string, bytes: number) => {
    const heard = await call("files.requestUpload", { commandId: aCommandId(), name, type, bytes });
    return uploadSchema.parse(JSON.parse(heard.body)).result.data;
  };
  const bring = (upload: { url: string; headers: Record<string, string> }, body: Buffer) => {
    const { pathname, search } = new URL(upload.url, "http://localhost");
    const sent: Sent = { method: "PUT", path: pathname + search, headers: upload.headers, body };
    return send(port, sent);
  };
  const complete = (attachmentId: string) =>
    call("files.completeUpload", { commandId: aCommandId(), attachmentId });

  test("one that says that it is too large is not even begun", () =>
    isRefused("payload_too_large", () =>
      call("files.requestUpload", {
        commandId: aCommandId(),
        name: "a.bin",
        bytes: limits.attachmentBytesMax + 1,
      }),
    ));

  test("one that is larger than it said does not arrive", async () => {
    const { attachmentId, upload } = await begin("a.txt", "text/plain", 5);
    const heard = await bring({ ...upload, headers: {} }, Buffer.from("far more than five"));
    expect(heard.status).toBeGreaterThanOrEqual(400);
    expect(refusalOf(await complete(attachmentId))).toBe("upload_incomplete");
  });

  test("a program that calls itself a picture is refused, and so is the message with it", async () => {
    const program = Buffer.concat([Buffer.from("\u007fELF\u0002\u0001\u0001"), Buffer.alloc(64)]);
    const { attachmentId, upload } = await begin("me.png", "image/png", program.byteLength);
    expect((await bring(upload, program)).status).toBeLessThan(300);
    const { body } = await complete(attachmentId);
    expect(body).toContain('"state":"refused"');
    await isRefused("attachment_refused", () =>
      call("tickets.create", aQuestion({ attachmentIds: [attachmentId] })),
    );
    expect(refusalOf(await ask("files.download", { attachmentId }))).toBe("attachment_not_found");
  });

  test("a file of somebody else can be neither attached, nor completed, nor fetched", async () => {
    const { attachmentId } = await begin("a.txt", "text/plain", 5);
    const stranger = await aDeviceOf(await aPerson());
    const theirs = { cookie: stranger.cookie };
    await isRefused("attachment_not_found", () =>
      call("tickets.create", aQuestion({ attachmentIds: [attachmentId] }), theirs),
    );
    await isRefused("attachment_not_found", () =>
      call("files.completeUpload", { commandId: aCommandId(), attachmentId }, theirs),
    );
    expect(refusalOf(await ask("files.download", { attachmentId }, theirs))).toBe(
      "attachment_not_found",
    );
  });
});
