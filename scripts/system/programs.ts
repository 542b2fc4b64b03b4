import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { Advice } from "./advice";

const installMs = 300_000;

type PackageManager = {
  command: string;
  /** Whether it installs without a question and without rights that we do not have. */
  mayRun: (isRoot: boolean) => boolean;
  refresh?: readonly string[];
  install: (name: string) => readonly string[];
};

const asRoot = (isRoot: boolean) => isRoot;

const packageManagers: readonly PackageManager[] = [
  {
    command: "apt-get",
    mayRun: asRoot,
    refresh: ["update"],
    install: (name) => ["install", "-y", "--no-install-recommends", name],
  },
  {
    command: "dnf",
    mayRun: asRoot,
    install: (name) => ["install", "-y", name],
  },
  {
    command: "apk",
    mayRun: asRoot,
    install: (name) => ["add", name],
  },
  {
    command: "brew",
    mayRun: (isRoot) => !isRoot,
    install: (name) => ["install", name],
  },
];

/** The first of these programs that is on the PATH, as an absolute path. */
export function findProgram(names: readonly string[], path = process.env.PATH ?? "") {
  const folders = path.split(delimiter).filter((folder) => folder !== "");
  for (const name of names) {
    for (const folder of folders) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not in this folder.
      }
    }
  }
  return undefined;
}

function run(manager: PackageManager, args: readonly string[]): boolean {
  const done = spawnSync(manager.command, args, {
    stdio: ["ignore", "ignore", "ignore"],
    timeout: installMs,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return done.status === 0;
}

function installWith(manager: PackageManager, packages: readonly string[]): boolean {
  const tryAll = () => packages.some((name) => run(manager, manager.install(name)));
  if (tryAll()) return true;
  // A fresh machine has no list of packages yet.
  return manager.refresh !== undefined && run(manager, manager.refresh) && tryAll();
}

export type Wanted = {
  title: string;
  programs: readonly string[];
  /** Their names in each package manager, the best first. */
  packages: Readonly<Record<string, readonly string[]>>;
  otherwise: string;
};

/** Takes a program from the PATH, or installs it where that needs no question, or says the command. */
export function programOrInstall(wanted: Wanted, report: (line: string) => void): string {
  const found = findProgram(wanted.programs);
  if (found !== undefined) return found;
  const manager = packageManagers.find(({ command }) => findProgram([command]) !== undefined);
  const isRoot = process.getuid?.() === 0;
  const packages = wanted.packages[manager?.command ?? ""] ?? [];
  if (manager?.mayRun(isRoot)) {
    report(`Installing ${wanted.title} with ${manager.command} ...`);
    if (installWith(manager, packages)) {
      const installed = findProgram(wanted.programs);
      if (installed !== undefined) return installed;
    }
  }
  const name = packages.at(-1);
  const rights = manager?.mayRun(false) ? "" : "sudo ";
  const how =
    manager === undefined || name === undefined
      ? wanted.otherwise
      : `Run this, then the same command again: ${rights}${manager.command} ${manager.install(name).join(" ")}`;
  throw new Advice(`${wanted.title} is not on this machine. ${how}`);
}
