import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get, type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect as connectTls } from "node:tls";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { isId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import {
  haproxyOrInstall,
  type RunningHaproxy,
  startHaproxy,
} from "../../scripts/services/haproxy";
import { aFakeProcess, type FakeProcess } from "./backends";

const folder = mkdtempSync(join(tmpdir(), "proxy-"));
const certificate = join(folder, "certificate.pem");
const patience = { timeout: 45_000, interval: 100 };
let webs: FakeProcess[] = [];
let realtimes: FakeProcess[] = [];
let proxy: RunningHaproxy;
let port: number;
/** HTTPS alone serves; plain HTTP sends there. This one is for looking at the rest. */
let secure: RunningHaproxy;

const at = ({ name, port: own }: FakeProcess) => ({ name, host: "127.0.0.1", port: own });

beforeAll(async () => {
  webs = [await aFakeProcess("web-1"), await aFakeProcess("web-2")];
  realtimes = [await aFakeProcess("realtime-1"), await aFakeProcess("realtime-2")];
  const program = haproxyOrInstall(() => undefined);
  const backends = { webs: webs.map(at), realtimes: realtimes.map(at) };
  proxy = await startHaproxy({ program, dataDir: join(folder, "plain"), backends });
  port = Number(new URL(proxy.url).port);
  const made = spawnSync(
    "openssl",
    "req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost -keyout -".split(" "),
    { encoding: "utf8" },
  );
  vi.stubEnv("TLS_CERTIFICATE", certificate);
  writeFileSync(certificate, made.stdout);
  secure = await startHaproxy({ program, dataDir: join(folder, "secure"), backends });
});
afterAll(async () => {
  await proxy.stop();
  await secure.stop();
  for (const one of [...webs, ...realtimes]) await one.stop();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  for (const one of [...webs, ...realtimes]) {
    one.ready = true;
    one.full = false;
    one.asked.length = 0;
  }
  await expect.poll(() => answering(20), patience).toEqual(["web-1", "web-2"]);
  for (const one of webs) one.asked.length = 0;
});

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

function ask(path: string, headers: Record<string, string> = {}, to = port): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get({ port: to, path, headers, agent: false }, (res) => {
      let body = "";
      res.setEncoding("utf8").on("data", (text: string) => {
        body += text;
      });
      res.on("end", () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body }));
    }).on("error", reject);
  });
}

/** Who answers some requests for a page. */
async function answering(requests: number): Promise<string[]> {
  const found = new Set<string>();
  for (let each = 0; each < requests; each += 1) {
    const { status, body } = await ask("/");
    found.add(status === 200 ? body : String(status));
  }
  return [...found].sort();
}

test("a page goes to the process with the fewest connections", async () => {
  const waiting = Array.from({ length: 6 }, () => ask("/held"));
  await expect.poll(() => webs.map(({ asked }) => asked.length), patience).toEqual([3, 3]);
  webs[0]?.letGo();
  await expect.poll(async () => (await ask("/")).body, patience).toBe("web-1");
  expect(await answering(5)).toEqual(["web-1"]);
  webs[1]?.letGo();
  await Promise.all(waiting);
});

test("a socket's requests stay with one process, others spread", async () => {
  const firsts = await Promise.all(Array.from({ length: 8 }, () => ask("/socket.io/?EIO=4")));
  expect(new Set(firsts.map(({ body }) => body))).toEqual(new Set(["realtime-1", "realtime-2"]));
  for (const { headers, body } of firsts.slice(0, 4)) {
    const cookie = headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
    expect(cookie).toBe(`realtime=${body}`);
    for (let each = 0; each < 5; each += 1)
      expect((await ask("/socket.io/?EIO=4", { cookie })).body).toBe(body);
  }
});

test("a process that drains is asked nothing new, fails nobody, and comes back", async () => {
  const [one] = webs;
  if (one !== undefined) one.ready = false;
  await expect.poll(() => answering(6), patience).toEqual(["web-2"]);
  if (one !== undefined) one.ready = true;
  await expect.poll(() => answering(20), patience).toEqual(["web-1", "web-2"]);
});

test("a process that was killed costs nobody an answer", async () => {
  await webs[0]?.stop();
  const answers = await Promise.all(Array.from({ length: 40 }, () => ask("/")));
  expect(new Set(answers.map(({ status, body }) => `${status} ${body}`))).toEqual(
    new Set(["200 web-2"]),
  );
  await webs[0]?.start();
});

test("a socket whose process is gone reaches another one", async () => {
  await realtimes[0]?.stop();
  const cookie = "realtime=realtime-1";
  await expect
    .poll(async () => (await ask("/socket.io/?EIO=4", { cookie })).body, patience)
    .toBe("realtime-2");
  await realtimes[0]?.start();
});

test("a full server's refusal frees its browser for another one", async () => {
  const [full] = realtimes;
  if (full !== undefined) full.full = true;
  const again = () => ask("/socket.io/?EIO=4", { cookie: "realtime=realtime-1" });
  // It had been stopped by another test, and its check takes a second.
  await expect.poll(async () => (await again()).status, patience).toBe(403);
  const refused = await again();
  expect(refused.headers["set-cookie"]?.join()).toMatch(/realtime=; .*Max-Age=0/);
});

test.each(["/health/ready", "/health/live", "/metrics", "/internal/scaling"])(
  "%s is kept inside",
  async (path) => {
    expect((await ask(path)).status).toBe(404);
    expect(webs.flatMap(({ asked }) => asked)).toEqual([]);
  },
);

test("what a caller says of its address and its request's id is worth nothing", async () => {
  const forged = {
    "x-forwarded-for": "10.9.8.7",
    forwarded: "for=10.9.8.7",
    "x-request-id": "mine",
  };
  const { headers } = await ask("/", forged);
  const [heard] = webs.flatMap(({ asked }) => asked);
  expect(heard?.headers["x-forwarded-for"]).toBe("127.0.0.1");
  expect(heard?.headers.forwarded).toBeUndefined();
  const id = String(heard?.headers["x-request-id"]);
  expect(isId(id)).toBe(true);
  expect(headers["x-request-id"]).toBe(id);
  await expect.poll(() => readFileSync(proxy.logFile, "utf8"), patience).toContain(id);
});

function post(path: string, bytes: number): Promise<number> {
  return new Promise((resolve) => {
    const headers = { "content-length": String(bytes), expect: "100-continue" };
    const asked = request({ port, path, method: "POST", headers, agent: false }, (res) => {
      resolve(res.statusCode ?? 0);
      asked.destroy();
    });
    asked.on("continue", () => asked.end(Buffer.alloc(bytes)));
    asked.on("error", () => resolve(0));
    asked.flushHeaders();
  });
}

test("a body beyond what we read is refused before it comes", async () => {
  expect(await post("/api/trpc/tickets.create", limits.requestBodyBytesMax + 1)).toBe(413);
  expect(await post("/files/incoming/x", limits.attachmentBytesMax * 3)).toBe(413);
  expect(webs.flatMap(({ asked }) => asked)).toEqual([]);
  expect(await post("/files/incoming/x", limits.requestBodyBytesMax * 2)).toBe(200);
});

test("a caller who never ends its headers is sent away", async () => {
  const socket = connect(port, "127.0.0.1");
  let said = "";
  socket.on("data", (chunk) => {
    said += chunk.toString();
  });
  socket.write("GET / HTTP/1.1\r\nhost: slow\r\n");
  await new Promise((resolve) => socket.on("close", resolve));
  expect(said).toContain("408");
});

test("with a certificate everybody is sent to HTTPS, and stays there", async () => {
  const plain = await ask("/portal", {}, Number(new URL(secure.url).port));
  expect(plain.status).toBe(308);
  expect(plain.headers.location).toMatch(/^https:\/\/.*\/portal$/);
});

function tlsWith(maxVersion: "TLSv1.1" | "TLSv1.3"): Promise<string> {
  return new Promise((resolve) => {
    const socket = connectTls(
      {
        port: Number(new URL(secure.tlsUrl).port),
        rejectUnauthorized: false,
        minVersion: "TLSv1",
        maxVersion,
        ciphers: "ALL:@SECLEVEL=0",
      },
      () => {
        resolve(socket.getProtocol() ?? "");
        socket.destroy();
      },
    );
    socket.on("error", () => resolve("refused"));
  });
}

test("old protocols are refused", async () => {
  expect(await tlsWith("TLSv1.1")).toBe("refused");
  expect(await tlsWith("TLSv1.3")).toBe("TLSv1.3");
});
