import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isAlive, startOf } from "../system/processes";
import { claimDataFolder } from "./data-folder";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "insightdesk-claim-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const claimOf = (pid: number, children: readonly number[] = []) =>
  writeFileSync(
    join(folder, "supervisor.json"),
    JSON.stringify({
      pid,
      startedAt: startOf(pid) ?? "long ago",
      url: "http://localhost:3000",
      children: children.map((child) => ({ pid: child, startedAt: startOf(child) ?? "" })),
    }),
  );

test("a second start says where the first one runs and how to stop it", async () => {
  claimOf(process.ppid);
  await expect(claimDataFolder(folder)).rejects.toThrow(
    `InsightDesk already runs at http://localhost:3000 (process ${process.ppid})`,
  );
});

test("a number that now belongs to another process does not stop a start", async () => {
  writeFileSync(
    join(folder, "supervisor.json"),
    JSON.stringify({ pid: process.ppid, startedAt: "another time", children: [] }),
  );
  (await claimDataFolder(folder)).release();
});

test("what a killed start left running is ended before the new one takes its ports", async () => {
  const orphan = spawn("sleep", ["600"], { stdio: "ignore" });
  await vi.waitFor(() => expect(startOf(orphan.pid ?? 0)).toBeDefined(), 45_000);
  claimOf(2 ** 22 + 1, [orphan.pid ?? 0]);
  (await claimDataFolder(folder)).release();
  expect(isAlive(orphan.pid ?? 0)).toBe(false);
});

test("a note that was half written when the machine went down does not stop a start", async () => {
  writeFileSync(join(folder, "supervisor.json"), '{"pid": 12');
  const claimed = await claimDataFolder(folder);
  expect(readFileSync(join(folder, "supervisor.json"), "utf8")).toContain(`${process.pid}`);
  claimed.release();
});
