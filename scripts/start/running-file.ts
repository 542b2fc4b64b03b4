import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { appVersion } from "./make-member";
import type { Stack } from "./stack";

const running = z.object({
  web: z.array(z.string()),
  realtime: z.array(z.string()),
  processes: z.array(z.object({ kind: z.string(), pid: z.int(), url: z.string() })),
  /** `valkey` is a bare version only when it is Valkey; a Redis says so in it. */
  versions: z.object({
    node: z.string(),
    postgres: z.string(),
    valkey: z.string(),
    app: z.string(),
  }),
  valkeyServer: z.object({ name: z.string(), version: z.string() }),
  demo: z.array(z.object({ email: z.string(), password: z.string(), role: z.string() })).optional(),
});

export type Running = z.output<typeof running>;
export type DemoAccount = { email: string; password: string; role: string };

const runningFile = (dataDir: string) => join(dataDir, "running.json");

export function describeStack(stack: Stack): Running {
  const { name, version } = stack.services.valkeyServer;
  return {
    web: stack.webs.map(({ url }) => url),
    realtime: stack.realtimes.map(({ url }) => url),
    processes: stack.members.flatMap(({ kind, pid, url }) =>
      pid === undefined ? [] : [{ kind, pid, url }],
    ),
    versions: {
      node: process.versions.node,
      postgres: stack.services.postgresVersion,
      valkey: name === "valkey" ? version : `${name} ${version}`,
      app: appVersion(),
    },
    valkeyServer: { name, version },
    ...(stack.demo === undefined ? {} : { demo: stack.demo.map((account) => ({ ...account })) }),
  };
}

/** Renamed into place, so that nobody reads half of it. It holds sign-ins, so it is ours alone. */
export function writeRunning(dataDir: string, content: Running): void {
  const unfinished = `${runningFile(dataDir)}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, runningFile(dataDir));
}

export function removeRunning(dataDir: string): void {
  rmSync(runningFile(dataDir), { force: true });
}

export function readRunning(dataDir: string): Running | undefined {
  try {
    return running.parse(JSON.parse(readFileSync(runningFile(dataDir), "utf8")));
  } catch {
    return undefined;
  }
}
