import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { boundLog } from "./bound-log";
import { spawnLeashed } from "./leashed";

const folder = mkdtempSync(join(tmpdir(), "bound-log-"));
const file = join(folder, "server.log");
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const said = (name = file) => readFileSync(name, "utf8");

test("a log that is too long is put aside once, and its server writes on at the new end", async () => {
  const server = spawnLeashed({
    command: "sh",
    args: ["-c", 'echo early; trap "echo late; exit" TERM; while :; do sleep 0.1; done'],
    cwd: folder,
    logFile: file,
    stopSignal: "TERM",
  });
  await expect.poll(() => said()).toBe("early\n");
  boundLog(file, 3);
  expect([said(), said(`${file}.1`)]).toEqual(["", "early\n"]);
  server.stdio[3]?.destroy();
  await expect.poll(() => said()).toMatch(/^late\n$/);
});

test("a short log and one that is not there are left alone", () => {
  const short = join(folder, "short.log");
  writeFileSync(short, "x");
  boundLog(short, 3);
  boundLog(join(folder, "none.log"), 3);
  expect(said(short)).toBe("x");
});
