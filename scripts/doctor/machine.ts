import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { isBuilt } from "../build/build";
import type { Variables } from "../start/environment";
import { isPortFree } from "../system/ports";
import { root } from "../system/root";
import { findBrowser } from "../test/browser";
import { broken, type Check, type Finding, note, ok } from "./finding";

const gigabyte = 1024 ** 3;
const freeGigabytesMin = 2;

function disk(): Finding {
  const { bavail, bsize } = statfsSync(root);
  const free = (bavail * bsize) / gigabyte;
  const says = `${free.toFixed(1)} GB free`;
  return free >= freeGigabytesMin
    ? ok(says)
    : broken(says, `make room: packages, a build and data need ${freeGigabytesMin} GB`);
}

function writePermission(dataDir: string): Finding {
  const folders = [root, dataDir].filter((folder) => existsSync(folder));
  for (const folder of folders) {
    try {
      accessSync(folder, constants.W_OK);
    } catch {
      return broken(`${folder} cannot be written`, "give this user the right to write there");
    }
  }
  return ok("the folders can be written");
}

async function ports(variables: Variables, isRunning: boolean): Promise<Finding> {
  if (isRunning) return ok("in use by InsightDesk itself");
  const wishes = { WEB_PORT: 3000, REALTIME_PORT: 3001, WORKER_PORT: 3002 };
  for (const [name, usual] of Object.entries(wishes)) {
    const asked = variables[name];
    const port = Number(asked ?? usual);
    if (await isPortFree(port)) continue;
    return asked === undefined
      ? note(`${port} is in use; npm start will take the next free one`)
      : broken(`${name} is ${port}, which is in use`, `stop what listens there or change ${name}`);
  }
  return ok("the usual ones are free");
}

/** What can be looked at without asking any server. */
export function machineChecks(dataDir: string, variables: Variables, isRunning: boolean): Check[] {
  return [
    { name: "Node", look: () => ok(process.versions.node) },
    { name: "packages", look: () => ok("as package-lock.json says") },
    { name: "disk", look: disk },
    { name: "permissions", look: () => writePermission(dataDir) },
    { name: "ports", look: () => ports(variables, isRunning) },
    {
      name: "build",
      look: () =>
        isBuilt() ? ok("up to date") : note("older than the sources; npm start makes it anew"),
    },
    {
      name: "browser",
      look: () => {
        const browser = findBrowser();
        return browser === undefined
          ? note("no Chromium for npm test; it installs one where it may")
          : ok(browser);
      },
    },
    {
      name: ".env",
      look: () =>
        existsSync(join(root, ".env"))
          ? ok("is there")
          : ok("none, so npm start uses its own services"),
    },
  ];
}
