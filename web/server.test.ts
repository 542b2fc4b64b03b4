import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { forgetEnv } from "@/platform/env";
import { listen } from "@/platform/http";
import { limits } from "@/platform/limits";
import { forgetShared, makeLifecycle } from "@/platform/process";
import { registerOperations } from "@/platform/telemetry";
import { makeWebServer } from "./server";
import { readCookie } from "./testing/actors";
import { contractRouter as router } from "./testing/router";
import { send } from "./testing/send";
import { slowRouter, waits } from "./testing/slow-router";

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const lives: ReturnType<typeof makeLifecycle>[] = [];

async function openWeb(served: typeof router | typeof slowRouter = router) {
  const life = makeLifecycle(silent);
  lives.push(life);
  const server = makeWebServer(life, {
    api: { router: served, readSession: readCookie },
    files: async (req, res) => {
      if (req.url === "/files/x") res.end("a file");
      return req.url === "/files/x";
    },
    pages: (_req, res) => void res.end("a page"),
  });
  const port = await listen(server, "127.0.0.1", 0);
  life.markReady();
  return { life, port };
}

afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  forgetEnv();
  forgetShared("rate-calls-anonymous");
  await Promise.all(lives.splice(0).map((life) => life.drain("test over")));
});

const json = { "content-type": "application/json" };

test("each address reaches its door", async () => {
  const { port } = await openWeb();
  const bodies = ["/api/trpc/text", "/files/x", "/health/live", "/sign-in", "/files/y"].map(
    async (path) => {
      const { body } = await send(port, { path });
      return body;
    },
  );
  const [api, file, health, page, notAFile] = await Promise.all(bodies);
  expect(api).toContain("result");
  expect([file, page, notAFile]).toEqual(["a file", "a page", "a page"]);
  expect(health).toBe('{"status":"live"}');
});

test("pages that are asked in a way that no page knows say so, and Next is not asked", async () => {
  const { port } = await openWeb();
  for (const method of ["TRACE", "PROPFIND", "M-SEARCH"]) {
    expect(await send(port, { method, path: "/sign-in" })).toMatchObject({ status: 405 });
  }
  expect(await send(port, { method: "OPTIONS", path: "/sign-in" })).toMatchObject({ status: 200 });
});

test("a body of 100 MB is refused in words while it is still being sent", async () => {
  const { port } = await openWeb();
  const body = Buffer.alloc(100 * 1024 * 1024, "x");
  const heard = await send(port, { method: "POST", path: "/api/trpc/touch", headers: json, body });
  expect(heard.status).toBe(413);
  expect(heard.body).toContain("payload_too_large");
});

test("a body that hides its size is counted as it comes", async () => {
  const { port } = await openWeb();
  const headers = { ...json, "transfer-encoding": "chunked" };
  const body = Buffer.alloc(limits.requestBodyBytesMax + 1, "x");
  const heard = await send(port, { method: "POST", path: "/api/trpc/touch", headers, body });
  expect(heard.status).toBe(413);
});

test("a declared form reaches the procedure that asked for one", async () => {
  const { port } = await openWeb();
  const form = new FormData();
  form.set("file", new Blob(["x"]), "x.txt");
  const url = `http://127.0.0.1:${port}/api/trpc/upload`;
  const answer = await fetch(url, { method: "POST", body: form });
  expect(await answer.json()).toEqual({ result: { data: ["file"] } });
});

test("a caller that leaves stops the work that nobody waits for any more", async () => {
  const { port } = await openWeb(slowRouter);
  const socket = connect(port, "127.0.0.1");
  socket.write("GET /api/trpc/untilAborted HTTP/1.1\r\nhost: x\r\n\r\n");
  const { signal } = await waits.started();
  socket.destroy();
  await once(signal, "abort");
  expect(signal.aborted).toBe(true);
});

test("a call that takes too long is answered at its deadline and told to stop", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { port } = await openWeb(slowRouter);
  const heard = send(port, { path: "/api/trpc/untilAborted" });
  const { signal } = await waits.started();
  await vi.advanceTimersByTimeAsync(limits.requestDeadlineMs);
  expect(await heard).toMatchObject({ status: 504 });
  expect(signal.aborted).toBe(true);
});

test("a process that ends finishes the calls that it has begun and takes no new ones", async () => {
  const { port, life } = await openWeb(slowRouter);
  const heard = send(port, { path: "/api/trpc/untilReleased" });
  const { release } = await waits.started();
  const drained = life.drain("SIGTERM");
  await expect(send(port, { path: "/health/live" })).rejects.toThrow("ECONNREFUSED");
  release();
  expect(await heard).toMatchObject({ status: 200, headers: { connection: "close" } });
  expect(await drained).toBe(true);
});

test("a connection that a browser opened ahead of need does not hold up the end", async () => {
  const { port, life } = await openWeb();
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  const closed = once(socket, "close");
  expect(await life.drain("SIGTERM")).toBe(true);
  await closed;
});

test("who calls too often is told when to come back, in the header that programs read", async () => {
  vi.stubEnv("RATE_LIMIT_FACTOR", String(1 / limits.ratePointsAnonymousMax));
  forgetEnv();
  forgetShared("rate-calls-anonymous");
  const { port } = await openWeb();
  await send(port, { path: "/api/trpc/text" });
  const heard = await send(port, { path: "/api/trpc/text" });
  expect(heard.status).toBe(429);
  expect(Number(heard.headers["retry-after"])).toBeGreaterThan(50);
  expect(heard.body).toContain("rate_limited");
});

test("calls are measured by name, and names that callers invent are counted as one", async () => {
  const { port } = await openWeb();
  registerOperations(Object.keys(router._def.procedures));
  await send(port, { path: "/api/trpc/text" });
  await send(port, { path: "/api/trpc/changed" });
  await send(port, { path: "/api/trpc/invented.by.a.stranger" });
  const { body } = await send(port, { path: "/metrics" });
  expect(body).toMatch(/insightdesk_operation_ms_count\{operation="text",outcome="ok"\} \d/);
  expect(body).toMatch(/operation="changed",outcome="refused"/);
  expect(body).toMatch(/insightdesk_errors_total\{code="procedure_not_found"\} \d/);
  expect(body).not.toContain("invented");
});
