import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { LogFile, logBytesMax } from "./log-file";

const folder = mkdtempSync(join(tmpdir(), "insightdesk-log-file-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("however much a process says, two bounded files are kept, and the newest of it is there", async () => {
  const path = join(folder, "web-1.log");
  const log = new LogFile(path);
  const line = `${"x".repeat(1_023)}\n`;
  const chunk = line.repeat(1_024);
  const chunks = Math.ceil((logBytesMax * 2.5) / chunk.length);
  for (let each = 0; each < chunks; each += 1) {
    log.write(chunk);
    // A process does not say all of it in one breath.
    await expect.poll(() => existsSync(path), { interval: 1 }).toBe(true);
  }
  log.write("the end\n");
  expect(log.tail().at(-1)).toBe("the end");
  log.close();
  await expect.poll(() => readFileSync(path, "utf8")).toContain("the end");
  const files = readdirSync(folder).sort();
  expect(files).toEqual(["web-1.log", "web-1.log.1"]);
  for (const name of files)
    expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(logBytesMax + chunk.length);
});
