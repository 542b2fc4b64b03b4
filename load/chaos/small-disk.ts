import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** A disk of its own that holds little, and can be filled to the last byte. */
export type SmallDisk = { fill: () => void; makeRoom: () => void; remove: () => void };

const chunk = Buffer.alloc(1024 * 1024);
const last = Buffer.alloc(4 * 1024);

function writeUntilFull(file: number, piece: Buffer): void {
  try {
    for (let written = 1; written > 0; ) written = writeSync(file, piece);
  } catch {
    // Full.
  }
}

/** Lies in memory; null where this machine lets nobody mount one. */
export function smallDisk(folder: string, mb: number): SmallDisk | null {
  mkdirSync(folder, { recursive: true });
  const options = `size=${mb}m,mode=755`;
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", options, "insightdesk", folder]);
  if (mounted.status !== 0) return null;
  const ballast = join(folder, "ballast");
  return {
    fill: () => {
      const file = openSync(ballast, "a");
      for (const piece of [chunk, last]) writeUntilFull(file, piece);
      closeSync(file);
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    remove: () => void spawnSync("umount", ["--lazy", folder]),
  };
}
