import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder = "";
beforeAll(async () => {
  // Inside the house, so that the built file finds its packages as a real one does.
  folder = await mkdtemp(join("node_modules", ".a-process-"));
  await build({
    entryPoints: [join(import.meta.dirname, "testing/a-process.ts")],
    outfile: join(folder, "a-process.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Life = { child: ChildProcess; started: Promise<unknown>; ended: Promise<Ended> };
type Ended = { code: number | null; out: string; err: string };

function live(how: string): Life {
  const child = spawn(process.execPath, [join(folder, "a-process.mjs"), how, "300"]);
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const started = once(child.stdout, "data");
  started.catch(() => undefined);
  const ended = once(child, "close").then(() => ({ code: child.exitCode, out, err }));
  return { child, started, ended };
}

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s lets a process finish and end well",
  async (signal) => {
    const { child, started, ended } = live("well");
    await started;
    child.kill(signal);
    expect(await ended).toEqual({ code: 0, out: "started\nfinished\n", err: "" });
  },
);

test("a drain that takes too long is cut, and the process does not claim to have ended well", async () => {
  const { child, started, ended } = live("hangs");
  await started;
  child.kill("SIGTERM");
  expect((await ended).code).toBe(1);
});

test("a second order to end is obeyed at once", async () => {
  const { child, started, ended } = live("hangs");
  await started;
  const finishing = child.stdout ? once(child.stdout, "data") : Promise.resolve();
  child.kill("SIGTERM");
  await finishing;
  child.kill("SIGTERM");
  expect((await ended).code).toBe(1);
});

test("a wrong environment is told in one clear line, without a stack", async () => {
  const { code, err } = await live("wrong environment").ended;
  expect(code).toBe(1);
  expect(err).toBe("worker cannot start: PORT: must be a number\n");
});

test("a start that breaks for another reason shows where", async () => {
  const { code, err } = await live("broken start").ended;
  expect(code).toBe(1);
  expect(err).toMatch(/^worker cannot start: TypeError: cannot read it\n\s+at /);
});

test("a fault that nobody caught ends the process, after what it has begun is finished", async () => {
  expect(await live("fault").ended).toMatchObject({ code: 1, out: "started\nfinished\n" });
});
