import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { closePools } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { newId } from "@/platform/ids";
import { closeValkey } from "@/platform/valkey";
import type { Stack } from "../../scripts/start/stack";
import { startOwnStack } from "../own/stack";
import { ownPeople } from "../run/people";

const folder = mkdtempSync(join(tmpdir(), "two-webs-"));
const bucket = "insightdesk";
let store: S3rver;
let stack: Stack;
let customer = "";
let agent = "";

/** A folder of its own for each web process: nothing may ever lie in it. */
const folderOf = (name: string) => join(folder, `files-of-${name}`);

beforeAll(async () => {
  store = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory: join(folder, "store"),
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  const { port } = await store.run();
  stack = await startOwnStack({
    dataDir: join(folder, "data"),
    ...{ webs: 2, realtimes: 0, workers: 1 },
    tickets: 200,
    pages: false,
    report: () => undefined,
    envOf: (name) => ({
      STORAGE_DIR: folderOf(name),
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_BUCKET: bucket,
      S3_ACCESS_KEY_ID: "S3RVER",
      S3_SECRET_ACCESS_KEY: "S3RVER",
    }),
  });
  forgetEnv();
  const people = await ownPeople();
  [customer = ""] = people.customer;
  [agent = ""] = people.agent;
});
afterAll(async () => {
  await closePools();
  await closeValkey();
  await stack.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const answered = z.object({ result: z.object({ data: z.unknown() }) });

/** One call at one of the two web processes. */
async function call<Shape extends z.ZodType>(
  web: 0 | 1,
  cookie: string,
  path: string,
  input: object,
  answer: Shape,
): Promise<z.output<Shape>> {
  const headers = { cookie, "content-type": "application/json" };
  const body = JSON.stringify({ commandId: newId(), ...input });
  const url = `${stack.webs[web]?.url}/api/trpc/${path}`;
  const said = await fetch(url, { method: "POST", headers, body });
  return answer.parse(answered.parse(await said.json()).result.data);
}

async function ask<Shape extends z.ZodType>(
  web: 0 | 1,
  cookie: string,
  path: string,
  input: object,
  answer: Shape,
): Promise<z.output<Shape>> {
  const query = encodeURIComponent(JSON.stringify(input));
  const url = `${stack.webs[web]?.url}/api/trpc/${path}?input=${query}`;
  const said = await fetch(url, { headers: { cookie } });
  return answer.parse(answered.parse(await said.json()).result.data);
}

const grant = z.object({
  attachmentId: z.uuid(),
  upload: z.object({ url: z.url(), method: z.string() }),
});

test("a file asked for at one web process is looked into, sent and read at the other", async () => {
  const content = "The door jams at the upper hinge.\n";
  const bytes = Buffer.byteLength(content);
  const { attachmentId, upload } = await call(
    0,
    customer,
    "files.requestUpload",
    { name: "door.txt", bytes },
    grant,
  );
  expect((await fetch(upload.url, { method: upload.method, body: content })).status).toBe(200);
  const looked = z.object({ state: z.string() });
  expect(await call(1, customer, "files.completeUpload", { attachmentId }, looked)).toEqual({
    state: "checked",
  });
  await call(
    0,
    customer,
    "tickets.create",
    { subject: "The door", body: "It jams, see the file.", attachmentIds: [attachmentId] },
    z.object({ ticketId: z.uuid() }),
  );
  const link = z.object({ url: z.url() });
  for (const web of [0, 1] as const) {
    const { url } = await ask(web, agent, "files.download", { attachmentId }, link);
    expect(await (await fetch(url)).text()).toBe(content);
  }
  for (const { name } of stack.members) expect(existsSync(folderOf(name)), name).toBe(false);
});
