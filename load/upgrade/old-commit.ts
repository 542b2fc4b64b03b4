import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Advice } from "../../scripts/system/advice";
import { root } from "../../scripts/system/root";

export type OldCommit = {
  /** Where its processes lie as bundles, as a start of ours wants to know it. */
  bundleDir: string;
  /** Its schema, its seed: the database as its installation left it. */
  fill: (url: string, tickets: number) => void;
};

/** Written into the old tree: it knows itself how it is bundled. */
const bundling = `
import { join } from "node:path";
import { bundleEntries } from "../scripts/build/bundles";
import { ensureGenerated } from "../scripts/build/generate";
await ensureGenerated(() => undefined);
await bundleEntries(
  { web: "load/own/web.ts", worker: "worker/main.ts", realtime: "realtime/main.ts" },
  join(import.meta.dirname, "..", ".data", "bundles"),
);
`;

function inTree(tree: string, command: string, args: readonly string[], env = {}): void {
  const done = spawnSync(command, args, {
    cwd: tree,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  if (done.status !== 0)
    throw new Advice(
      `${command} ${args[0]} failed in ${tree}: ${done.stderr.trim().slice(-2_000)}`,
    );
}

/** The tree of an earlier commit beside ours, with our packages, bundled by itself. */
export function prepareOldCommit(commit: string, folder: string): OldCommit {
  const tree = join(folder, "old");
  mkdirSync(tree, { recursive: true });
  const packed = join(folder, "old.tar");
  inTree(root, "git", ["archive", "--format=tar", "-o", packed, commit]);
  inTree(tree, "tar", ["-xf", packed]);
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
  writeFileSync(join(tree, "load", "bundling.ts"), bundling);
  const tsx = ["--import", "tsx"];
  inTree(tree, process.execPath, [...tsx, "load/bundling.ts"]);
  return {
    bundleDir: relative(root, join(tree, ".data", "bundles")),
    fill: (url, tickets) => {
      const args = [...tsx, "scripts/seed/main.ts", "--tickets", String(tickets), "--url", url];
      inTree(tree, process.execPath, args, { DATABASE_URL: url, DATABASE_DIRECT_URL: url });
    },
  };
}
