import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** What a build is made of. The lockfile stands for the packages. */
export const buildInputs = [
  "src",
  "web",
  "worker",
  "realtime",
  "public",
  "prisma/schema",
  "scripts/build",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

/** What lies there but goes into no build: what is generated, and what only tests read. */
export function isInput(path: string): boolean {
  return !(
    /\.(test|long\.test)\.tsx?$/.test(path) ||
    path.startsWith("src/generated/") ||
    path.startsWith("src/testing/")
  );
}

function* filesBelow(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) {
    yield path;
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const below = join(path, entry.name);
    if (entry.isDirectory()) yield* filesBelow(below);
    else if (entry.isFile()) yield below;
  }
}

/** Of names and contents, never of times: a fresh clone and a touched file hash the same. */
export function hashInputs(root: string, inputs: readonly string[]): string {
  const hash = createHash("sha256");
  const files = inputs
    .flatMap((input) => [...filesBelow(join(root, input))])
    .map((file) => ({ file, name: relative(root, file).split(sep).join("/") }))
    .filter(({ name }) => isInput(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { file, name } of files) {
    const content = readFileSync(file);
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex").slice(0, 16);
}
