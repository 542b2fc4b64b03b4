import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "../system/processes";
import { root } from "../system/root";

/** One finished build and where it lies, relative to the root. */
export type Build = { hash: string; distDir: string; bundleDir: string };

export type Slot = { distDir: string; bundleDir: string };

/**
 * Two places for a build: a test run that has newer sources than a running `npm start` must not
 * pull the files from under it, so the place in use is left alone and the other one is taken.
 */
export const slots: readonly Slot[] = [
  { distDir: ".next", bundleDir: ".build" },
  { distDir: ".build/spare/next", bundleDir: ".build/spare" },
];

const hashFile = (slot: Slot) => join(root, slot.bundleDir, "build-hash");
const usersFolder = (slot: Slot) => join(root, slot.bundleDir, "users");

export function hashIn(slot: Slot): string | undefined {
  const isWhole =
    existsSync(hashFile(slot)) &&
    existsSync(join(root, slot.distDir, "BUILD_ID")) &&
    existsSync(join(root, slot.bundleDir, "web.js"));
  return isWhole ? readFileSync(hashFile(slot), "utf8") : undefined;
}

/** Before the first file of a slot changes, it stops being a build. */
export function forgetHash(slot: Slot): void {
  rmSync(hashFile(slot), { force: true });
}

export function rememberHash(slot: Slot, hash: string): void {
  writeFileSync(hashFile(slot), hash);
}

/** Other processes that said they run from this slot and are still there. */
function usersOf(slot: Slot): number[] {
  const folder = usersFolder(slot);
  if (!existsSync(folder)) return [];
  const pids = readdirSync(folder).map(Number);
  for (const pid of pids.filter((each) => !isAlive(each))) {
    rmSync(join(folder, String(pid)), { force: true });
  }
  return pids.filter((pid) => pid !== process.pid && isAlive(pid));
}

/** Says that this process runs from the build, until it ends. */
export function useSlot(slot: Slot): void {
  mkdirSync(usersFolder(slot), { recursive: true });
  writeFileSync(join(usersFolder(slot), String(process.pid)), "");
}

export function freeSlot(): Slot | undefined {
  return slots.find((slot) => usersOf(slot).length === 0);
}
