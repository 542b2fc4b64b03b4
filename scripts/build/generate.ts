import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "../prepare/lock.mjs";
import { Advice } from "../system/advice";
import { root } from "../system/root";
import { hashInputs } from "./inputs";

const schema = join(root, "prisma", "schema");
const generated = join(root, "src", "generated");
const marker = join(generated, "schema-hash");

/** The packages are part of it: another Prisma writes another client. */
const currentHash = () => hashInputs(root, ["prisma/schema", "package-lock.json"]);

function generatedHash(): string | undefined {
  return existsSync(marker) ? readFileSync(marker, "utf8") : undefined;
}

/**
 * Writes the Prisma client. The command line looks for a schema engine before it does anything,
 * and would download one; generating needs none, so any existing program satisfies it.
 */
export function generate(): void {
  const hash = currentHash();
  rmSync(generated, { recursive: true, force: true });
  const made = spawnSync(
    process.execPath,
    // Its configuration is TypeScript of ours, with our alias, which its own loader cannot follow.
    ["--import", "tsx", join(root, "node_modules/prisma/build/index.js"), "generate"],
    {
      cwd: root,
      encoding: "utf8",
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
        NO_COLOR: "1",
      },
    },
  );
  if (made.status !== 0) {
    throw new Advice(`The Prisma client could not be generated:\n${made.stdout}${made.stderr}`);
  }
  mkdirSync(generated, { recursive: true });
  writeFileSync(marker, hash);
}

/** Makes the client where it is missing or older than the schema; a few milliseconds otherwise. */
export async function ensureGenerated(say: (line: string) => void): Promise<void> {
  if (!existsSync(schema) || generatedHash() === currentHash()) return;
  await withLock(join(root, ".build", "generate.lock"), async () => {
    if (generatedHash() === currentHash()) return;
    say("Generating the database client ...");
    generate();
  });
}
