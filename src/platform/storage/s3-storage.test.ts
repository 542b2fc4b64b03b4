import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nowMs, setClock } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { isSignedFor } from "./presigned-check";
import { s3Storage } from "./s3-storage";
import type { Storage } from "./storage";

let folder: string;
let server: S3rver;
let store: Storage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "s3-"));
  server = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory: folder,
    configureBuckets: [{ name: "insightdesk", configs: [] }],
  });
  const { port } = await server.run();
  store = s3Storage({
    endpoint: `http://127.0.0.1:${port}`,
    bucket: "insightdesk",
    region: "us-east-1",
    accessKeyId: "S3RVER",
    secretAccessKey: "S3RVER",
  });
});

afterAll(async () => {
  setClock(null);
  await server.close();
  await rm(folder, { recursive: true });
});

const bring = async (key: string, content: string) => {
  const { url, method } = await store.uploadUrl(key, Buffer.byteLength(content));
  return fetch(url, { method, body: content });
};

test("a file goes to the store and back by links that the store itself checks", async () => {
  expect((await bring("incoming/a", "hello world")).status).toBe(200);
  expect(await store.head("incoming/a")).toEqual({ bytes: 11 });
  const offer = { name: "Grüße.html", type: "text/html", disposition: "attachment" } as const;
  const answered = await fetch(await store.downloadUrl("incoming/a", offer));
  expect(await answered.text()).toBe("hello world");
  expect(answered.headers.get("content-type")).toContain("application/octet-stream");
  expect(answered.headers.get("content-disposition")).toContain(
    "filename*=UTF-8''Gr%C3%BC%C3%9Fe.html",
  );
});

test("the announced length is part of what the link signs", async () => {
  const { url, method } = await store.uploadUrl("incoming/b", 5);
  expect(new URL(url).searchParams.get("X-Amz-SignedHeaders")).toBe("content-length;host");
  const sent = (bytes: string) => ({ method, headers: { "content-length": bytes } });
  expect(isSignedFor(url, sent("5"), "S3RVER")).toBe(true);
  expect(isSignedFor(url, sent("18"), "S3RVER")).toBe(false);
});

test("a link does not outlive its time, and a forged one opens nothing", async () => {
  await bring("incoming/c", "hello");
  setClock(new Date(nowMs() - limits.downloadUrlMs - 60_000));
  const offer = { name: "c", type: "text/plain", disposition: "attachment" } as const;
  const old = await store.downloadUrl("incoming/c", offer);
  setClock(null);
  expect((await fetch(old)).status).toBe(403);
  const fresh = await store.downloadUrl("incoming/c", offer);
  const asked = { method: "GET", headers: {} };
  expect(isSignedFor(fresh, asked, "S3RVER")).toBe(true);
  expect(isSignedFor(fresh.replace("incoming/c", "incoming/a"), asked, "S3RVER")).toBe(false);
  expect(isSignedFor(fresh.replace("plain", "html"), asked, "S3RVER")).toBe(false);
});

test("files are copied, read in parts, listed by age and deleted", async () => {
  await bring("incoming/d", "hello world");
  await store.copy("incoming/d", "kept/d");
  await bring("incoming/d", "other words");
  const parts = await (await store.open("kept/d", { start: 6, end: 10 })).toArray();
  expect(Buffer.concat(parts).toString()).toBe("world");
  expect(await store.writtenBefore("kept", new Date("2100-01-01"), 10)).toEqual(["kept/d"]);
  expect(await store.writtenBefore("kept", new Date("2000-01-01"), 10)).toEqual([]);
  await store.delete("kept/d");
  await store.delete("kept/d");
  await expect(store.open("kept/d")).rejects.toMatchObject({ code: "attachment_not_found" });
});

test("a store that does not answer is told as such, and may be asked again", async () => {
  const away = s3Storage({
    endpoint: "http://127.0.0.1:1",
    bucket: "x",
    region: "us-east-1",
    accessKeyId: "x",
    secretAccessKey: "x",
  });
  await expect(away.head("kept/a")).rejects.toMatchObject({ code: "storage_unavailable" });
});
