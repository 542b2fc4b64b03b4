import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";

type Bundle = typeof import("./testing/bundle-entry");

const folder = mkdtempSync(join(tmpdir(), "two-bundles-"));
const require = createRequire(import.meta.url);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Built as the server's file is, but with its packages inside, as Next builds them in. */
async function bundle(name: string): Promise<Bundle> {
  const outfile = join(folder, `${name}.cjs`);
  await build({
    entryPoints: ["web/testing/bundle-entry.ts"],
    outfile,
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    logLevel: "error",
  });
  return require(outfile);
}

let server: Bundle;
let pages: Bundle;
beforeAll(async () => {
  [server, pages] = await Promise.all([bundle("server"), bundle("pages")]);
});

test("the two bundles really are two: their classes are strangers to each other", () => {
  const refusal = new pages.AppError("ticket_changed");
  expect(refusal).not.toBeInstanceOf(server.AppError);
});

test("a refusal thrown in one bundle is a refusal in the other, with its code and status", () => {
  const thrown: unknown = new pages.AppError("ticket_changed", { detail: { version: 7 } });
  if (!server.isAppError(thrown)) throw new Error("The other bundle does not know its refusal.");
  expect(server.refusalOf(server.asTrpcError(thrown))).toEqual({
    code: "ticket_changed",
    detail: { version: 7 },
  });
});

test("what both bundles count is counted once, in one registry", async () => {
  pages.registerOperations(["tickets.list"]);
  server.recordOperation("tickets.list", 12, "ok");
  pages.recordOperation("tickets.list", 12, "ok");
  server.countError("ticket_changed");
  server.collectDefaults();
  pages.collectDefaults();
  const text = await pages.registry().metrics();
  expect(server.registry()).toBe(pages.registry());
  expect(text).toMatch(/operation_ms_count\{operation="tickets.list",outcome="ok"\} 2\n/);
  expect(text).toMatch(/errors_total\{code="ticket_changed"\} 1\n/);
  expect(text.match(/^# TYPE process_resident_memory_bytes/gm)).toHaveLength(1);
});

test("a pool that one bundle opened is the pool of the other", () => {
  const opened = server.processShared("a-pool", () => ({ connections: 1 }));
  expect(pages.processShared("a-pool", () => ({ connections: 2 }))).toBe(opened);
});

test("a request that began in one bundle is the same request in the other", () => {
  const context = {
    requestId: "r1",
    operation: "tickets.list",
    mutates: false,
    atLeast: 0,
    deadlineAtMs: 0,
    signal: AbortSignal.abort(),
    actorId: null,
    setCookies: [],
  };
  server.withRequestContext(context, () => expect(pages.requestContext()).toBe(context));
});
