import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { Advice, codeOf } from "../system/advice";
import { startOf, stopProcess } from "../system/processes";

const drainMs = 3_000;

const claim = z.object({
  pid: z.int(),
  startedAt: z.string(),
  url: z.string().optional(),
  children: z.array(z.object({ pid: z.int(), startedAt: z.string() })),
});
type Claim = z.output<typeof claim>;

const claimFile = (dataDir: string) => join(dataDir, "supervisor.json");

function makeDataFolder(dataDir: string): void {
  try {
    mkdirSync(join(dataDir, "logs"), { recursive: true });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw new Advice(
      `The folder ${dataDir} cannot be written (${codeOf(error)}). Give this user the right to write there, or name another folder: DATA_DIR=/path npm start`,
    );
  }
}

function readClaim(dataDir: string): Claim | undefined {
  if (!existsSync(claimFile(dataDir))) return undefined;
  try {
    return claim.parse(JSON.parse(readFileSync(claimFile(dataDir), "utf8")));
  } catch {
    // Killed while it wrote; what it had started is on a leash and ends by itself.
    return undefined;
  }
}

/** Who supervises this folder now, if somebody does. */
export function supervisorOf(
  dataDir: string,
): { pid: number; url?: string | undefined } | undefined {
  const found = readClaim(dataDir);
  if (found === undefined || found.pid === process.pid) return undefined;
  return startOf(found.pid) === found.startedAt ? found : undefined;
}

/** The children of a supervisor that died would end by themselves, but they still hold the ports. */
async function endOrphans(dataDir: string): Promise<void> {
  const children = readClaim(dataDir)?.children ?? [];
  const orphans = children.filter(({ pid, startedAt }) => startOf(pid) === startedAt);
  await Promise.all(
    orphans.map(({ pid }) => stopProcess(pid, { signal: "SIGTERM", graceMs: drainMs })),
  );
}

export type DataFolder = {
  /** Remembers a child, so that the next start can end it if we cannot. */
  remember(pid: number): void;
  announce(url: string): void;
  release(): void;
};

/** Takes the folder for this process alone. */
export async function claimDataFolder(dataDir: string): Promise<DataFolder> {
  makeDataFolder(dataDir);
  const other = supervisorOf(dataDir);
  if (other !== undefined) {
    const where = other.url === undefined ? "" : ` at ${other.url}`;
    throw new Advice(
      `InsightDesk already runs${where} (process ${other.pid}). Stop it with Ctrl-C in its terminal or with: kill ${other.pid}`,
    );
  }
  await endOrphans(dataDir);
  const own: Claim = { pid: process.pid, startedAt: startOf(process.pid) ?? "", children: [] };
  const write = () => writeFileSync(claimFile(dataDir), JSON.stringify(own), { mode: 0o600 });
  write();
  return {
    remember(pid) {
      own.children = own.children.filter((child) => startOf(child.pid) === child.startedAt);
      own.children.push({ pid, startedAt: startOf(pid) ?? "" });
      write();
    },
    announce(url) {
      own.url = url;
      write();
    },
    release: () => rmSync(claimFile(dataDir), { force: true }),
  };
}
