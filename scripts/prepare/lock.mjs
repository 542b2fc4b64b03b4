import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const pollMs = 200;
// Between making the folder and writing its owner lies a moment; a lock without one is only
// abandoned when it stays so.
const ownerlessPollsMax = 25;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function ownerOf(path) {
  try {
    return Number(readFileSync(join(path, "pid"), "utf8"));
  } catch {
    return undefined;
  }
}

function take(path) {
  try {
    mkdirSync(path);
    writeFileSync(join(path, "pid"), String(process.pid));
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Runs `work` while no other process of ours holds the lock at `path` (a folder, because making
 * one is atomic everywhere). The lock of a process that died is taken over.
 */
export async function withLock(path, work, onWait = () => undefined) {
  mkdirSync(dirname(path), { recursive: true });
  let ownerlessPolls = 0;
  for (let waited = false; !take(path); waited = true) {
    const owner = ownerOf(path);
    ownerlessPolls = owner === undefined ? ownerlessPolls + 1 : 0;
    const abandoned = owner === undefined ? ownerlessPolls > ownerlessPollsMax : !isAlive(owner);
    if (abandoned) {
      rmSync(path, { recursive: true, force: true });
      continue;
    }
    if (!waited) onWait(owner);
    await sleep(pollMs);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}
