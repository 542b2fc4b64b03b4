import { existsSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "../prepare/lock.mjs";
import { Advice } from "../system/advice";
import { root } from "../system/root";
import { bundleProcesses } from "./bundles";
import { ensureGenerated } from "./generate";
import { buildInputs, hashInputs } from "./inputs";
import { keepChunks } from "./kept-chunks";
import { runNext } from "./next";
import { type Build, forgetHash, freeSlot, hashIn, rememberHash, slots, useSlot } from "./slots";

type Say = (line: string) => void;

function finishedBuild(hash: string): Build | undefined {
  const slot = slots.find((each) => hashIn(each) === hash);
  return slot === undefined ? undefined : { ...slot, hash };
}

async function buildInto(hash: string, say: Say, signal?: AbortSignal): Promise<Build> {
  const slot = freeSlot();
  if (slot === undefined) {
    throw new Advice("Two other builds are in use. Stop one of the running starts first.");
  }
  forgetHash(slot);
  await ensureGenerated(say);
  say("Building for production (about a minute the first time) ...");
  await bundleProcesses(join(root, slot.bundleDir));
  await runNext(["build"], slot.distDir, signal);
  if (!existsSync(join(root, slot.distDir, "BUILD_ID"))) {
    throw new Error(`next.config.ts does not build into NEXT_DIST_DIR (${slot.distDir}).`);
  }
  keepChunks(join(root, slot.distDir, "static"), join(root, ".build", "chunks"));
  // Sources that changed meanwhile are in it or not; nobody can tell, so it is built again.
  if (hashInputs(root, buildInputs) === hash) rememberHash(slot, hash);
  return { ...slot, hash };
}

/** Whether the sources as they are now have been built. */
export function isBuilt(): boolean {
  return finishedBuild(hashInputs(root, buildInputs)) !== undefined;
}

/** A production build of the sources as they are now; only made when there is none. */
export function ensureBuilt(say: Say, signal?: AbortSignal): Promise<Build> {
  return withLock(
    join(root, ".build", "build.lock"),
    async () => {
      const hash = hashInputs(root, buildInputs);
      const build = finishedBuild(hash) ?? (await buildInto(hash, say, signal));
      useSlot(build);
      return build;
    },
    () => say("Another command is building; waiting for it ..."),
  );
}
