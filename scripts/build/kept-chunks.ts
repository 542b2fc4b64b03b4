import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { nowMs } from "@/platform/clock";

/** So long a tab that was open before an upgrade still finds what it loads late. */
const keptMs = 14 * 24 * 3_600_000;

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
        statSync(join(folder, name)).isFile(),
      )
    : [];

function copyTo(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { preserveTimestamps: true });
}

/**
 * Lets a build also serve the chunks of the builds before it: their names say what is in them, so
 * they never stand in each other's way. `kept` remembers them from build to build.
 */
export function keepChunks(built: string, kept: string): void {
  const at = nowMs();
  for (const name of filesIn(kept)) {
    const path = join(kept, name);
    if (at - statSync(path).mtimeMs > keptMs) rmSync(path);
  }
  const own = filesIn(built);
  for (const name of filesIn(kept))
    if (!existsSync(join(built, name))) copyTo(join(kept, name), join(built, name));
  for (const name of own) {
    copyTo(join(built, name), join(kept, name));
    utimesSync(join(kept, name), at / 1_000, at / 1_000);
  }
}
