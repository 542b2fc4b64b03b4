import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, request, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nowMs, setClock } from "@/platform/clock";
import { limits } from "@/platform/limits";
import { answerFiles } from "./answer";
import { localStorage } from "./local-storage";
import { sendAnswer } from "./send-answer";

const secret = "a secret that is long enough for tests";
const key = "incoming/0190";
const offer = { name: "Grüße.txt", type: "text/plain", disposition: "attachment" } as const;

let folder: string;
let server: Server;
let origin: string;
let store: ReturnType<typeof localStorage>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "files-"));
  store = localStorage({ folder, secret });
  server = createServer(async (req, res) => {
    const answered = await answerFiles(store, [secret], {
      method: req.method ?? "GET",
      url: new URL(req.url ?? "/", "http://files.invalid"),
      header: (name) => req.headers[name]?.toString(),
      body: req,
    });
    if (answered === null) res.writeHead(404).end("not ours");
    else await sendAnswer(answered, req, res);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  origin =
    typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}` : "";
});

afterEach(async () => {
  setClock(null);
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await rm(folder, { recursive: true });
});

async function bring(content: string, bytes = Buffer.byteLength(content)): Promise<Response> {
  const { url, method } = await store.uploadUrl(key, bytes);
  return fetch(origin + url, { method, body: content });
}

const fetchFile = async (init: RequestInit = {}) =>
  fetch(origin + (await store.downloadUrl(key, offer)), init);

describe("a file goes to the folder and back by signed links", () => {
  test("as it was, in parts where a part is asked for", async () => {
    expect((await bring("hello world")).status).toBe(204);
    expect(await store.head(key)).toEqual({ bytes: 11 });
    expect(await (await fetchFile()).text()).toBe("hello world");
    const part = await fetchFile({ headers: { range: "bytes=6-" } });
    expect([part.status, await part.text()]).toEqual([206, "world"]);
    expect(part.headers.get("content-range")).toBe("bytes 6-10/11");
    expect((await fetchFile({ headers: { range: "bytes=11-" } })).status).toBe(416);
    const head = await fetchFile({ method: "HEAD" });
    expect([head.headers.get("content-length"), await head.text()]).toEqual(["11", ""]);
  });

  test("so that nothing in it can act on our pages", async () => {
    await bring("<script>alert(1)</script>");
    const url = await store.downloadUrl(key, { ...offer, name: 'a"\r\n.html', type: "text/html" });
    const { headers } = await fetch(origin + url);
    expect(headers.get("content-type")).toBe("application/octet-stream");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
    expect(headers.get("cache-control")).toMatch(/^private/);
    expect(headers.get("content-disposition")).toBe(
      "attachment; filename=\"a___.html\"; filename*=UTF-8''a%22%0D%0A.html",
    );
  });

  test("and can be copied, opened in parts, listed by age and deleted", async () => {
    await bring("hello world");
    expect(await store.writtenBefore("incoming", new Date("2100-01-01"), 10)).toEqual([key]);
    expect(await store.writtenBefore("incoming", new Date("2000-01-01"), 10)).toEqual([]);
    await store.copy(key, "kept/0190");
    await bring("other words");
    const chunks = await (await store.open("kept/0190", { start: 0, end: 4 })).toArray();
    expect(Buffer.concat(chunks).toString()).toBe("hello");
    await store.delete("kept/0190");
    await store.delete("kept/0190");
    expect(await store.head(key)).toEqual({ bytes: 11 });
    await expect(store.copy("incoming/none", "kept/none")).rejects.toMatchObject({
      code: "attachment_not_found",
    });
    await expect(store.open("kept/0190")).rejects.toMatchObject({ code: "attachment_not_found" });
  });
});

test("a full disk is a store that is away, and leaves nothing half written", async () => {
  async function* untilFull() {
    yield Buffer.from("hello");
    throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  }
  await expect(store.write("kept/0191", 11, untilFull())).rejects.toMatchObject({
    code: "storage_unavailable",
  });
  expect(await readdir(join(folder, "kept"))).toEqual([]);
});

describe("a link allows what it says and nothing else", () => {
  test("not after its time", async () => {
    await bring("hello");
    const url = origin + (await store.downloadUrl(key, offer));
    setClock(new Date(nowMs() + limits.downloadUrlMs + 1_000));
    const late = await fetch(url);
    expect([late.status, await late.json()]).toMatchObject([
      410,
      { error: { code: "link_expired" } },
    ]);
  });

  test.each([
    ["another file", (url: string) => url.replace("0190", "0191")],
    ["another name", (url: string) => url.replace("Gr", "Br")],
    ["another type", (url: string) => url.replace("plain", "html")],
    ["to be shown", (url: string) => url.replace("=attachment", "=inline")],
    ["a longer time", (url: string) => url.replace("expires=1", "expires=2")],
    ["no signature", (url: string) => url.replace(/&signature=.*/, "")],
  ])("not for %s", async (_, forge) => {
    await bring("hello");
    const url = await store.downloadUrl(key, offer);
    expect((await fetch(origin + forge(url))).status).toBe(404);
  });

  test("a link to fetch cannot bring, a link to bring cannot fetch or bring more", async () => {
    const fetching = origin + (await store.downloadUrl(key, offer));
    expect((await fetch(fetching, { method: "PUT", body: "x" })).status).toBe(404);
    const bringing = (await store.uploadUrl(key, 5)).url;
    expect((await fetch(origin + bringing)).status).toBe(404);
    const grown = bringing.replace("bytes=5", "bytes=5000000");
    expect((await fetch(origin + grown, { method: "PUT", body: "hello" })).status).toBe(404);
  });

  test("paths out of the folder are none of ours", async () => {
    for (const path of ["/files/../secret", "/files/incoming/..%2f..%2fx", "/files/other/x", "/x"])
      expect((await fetch(origin + path)).status).toBe(404);
    await expect(store.head("../x")).rejects.toThrow("storage key");
  });
});

describe("an upload that is not what was announced leaves nothing behind", () => {
  const nothingLeft = async () =>
    expect(await readdir(join(folder, "incoming")).catch(() => [])).toEqual([]);

  test("longer or shorter than announced", async () => {
    expect((await bring("hello world", 5)).status).toBe(413);
    expect((await bring("hello", 50)).status).toBe(409);
    await nothingLeft();
  });

  test("without a length", async () => {
    const { url } = await store.uploadUrl(key, 5);
    const status = await new Promise((done) => {
      const sent = request(origin + url, { method: "PUT" }, (res) => done(res.statusCode));
      sent.setHeader("transfer-encoding", "chunked");
      sent.on("error", done).end("hello");
    });
    expect(status).toBe(411);
    await nothingLeft();
  });

  test("broken off in the middle", async () => {
    async function* torn() {
      yield Buffer.from("hel");
      throw new Error("The line broke.");
    }
    await expect(store.write(key, 5, Readable.from(torn()))).rejects.toThrow("The line broke.");
    await nothingLeft();
  });
});
