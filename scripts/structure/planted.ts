import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Check } from "./check";
import { readTree } from "./tree";

export type Planted = Readonly<Record<string, string>>;

/** Writes a small house to a folder of its own and gives what the check says about it, line by line. */
export async function saidOf(check: Check, files: Planted): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), "planted-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path.endsWith("/") ? path : dirname(path)), { recursive: true });
    if (!path.endsWith("/")) writeFileSync(join(root, path), text);
  }
  const { findings } = await check.look(readTree(root));
  return findings.map(({ path, line, says }) => `${path}:${line} ${says}`);
}
