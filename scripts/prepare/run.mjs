import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { preparePackages, requirePackages } from "./packages.mjs";

const root = join(import.meta.dirname, "..", "..");
const sayOnStderr = (line) => process.stderr.write(`${line}\n`);

const unwritable = { EACCES: "no permission", EROFS: "read-only", ENOSPC: "the disk is full" };

/** An Advice says what to do, and so can we of a disk; of anything else a developer needs the stack. */
function wordsFor(error) {
  if (error?.name === "Advice") return error.message;
  const reason = unwritable[error?.code];
  if (reason !== undefined && error.path !== undefined) {
    return `${error.path} cannot be written (${reason}). Give this user the right to write there, or make room, and run the same command again.`;
  }
  return error?.stack ?? String(error);
}

/**
 * Prepares the machine with Node's own modules alone, then runs a TypeScript file in this process,
 * as `tsx file args` would: one process fewer to pass signals and exit codes through.
 */
export async function run(file, args, { generated = true, install = true } = {}) {
  try {
    process.chdir(root);
    if (install) await preparePackages(sayOnStderr);
    else requirePackages();
    const { register } = await import("tsx/esm/api");
    register();
    process.setSourceMapsEnabled(true);
    if (generated) {
      const { ensureGenerated } = await import(
        pathToFileURL(join(root, "scripts", "build", "generate.ts")).href
      );
      await ensureGenerated(sayOnStderr);
    }
    process.argv = [process.argv[0], file, ...args];
    await import(pathToFileURL(join(root, file)).href);
  } catch (error) {
    process.stderr.write(`${wordsFor(error)}\n`);
    process.exit(1);
  }
}
