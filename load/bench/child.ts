import { type ChildProcess, fork, type Serializable } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import * as z from "zod";
import { bundleEntries } from "../../scripts/build/bundles";
import { root } from "../../scripts/system/root";
import type { Target } from "./drive";

const ready = z.object({ port: z.number() });

export type Child = Target & {
  /** What the child answers to a word; for children that answer. */
  ask(word: string): Promise<unknown>;
  stop(): Promise<void>;
};

/** Bundled as the product's processes are, so that neither side has an advantage of loading. */
export async function bundle(entry: string, outdir: string): Promise<string> {
  const name = entry.replaceAll("/", "-").replace(/\.ts$/, "");
  await bundleEntries({ [name]: entry }, outdir);
  return join(outdir, `${name}.js`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill();
  await ended;
}

/** Starts a server that tells its port, after it was given what it needs. */
export async function startChild(
  file: string,
  env: Readonly<Record<string, string>>,
  { given, flags = [] }: { given?: Serializable; flags?: readonly string[] } = {},
): Promise<Child> {
  const child = fork(file, [], {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...env },
    execArgv: [
      "--enable-source-maps",
      ...flags,
      ...(process.env.BENCH_NODE_OPTIONS?.split(" ") ?? []),
    ],
    // Dates stay dates.
    serialization: "advanced",
  });
  const hello = once(child, "message");
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`${file} ended with ${code} before it listened`);
  });
  failed.catch(() => undefined);
  if (given !== undefined) child.send(given);
  const [said] = await Promise.race([hello, failed]);
  return {
    url: `http://127.0.0.1:${ready.parse(said).port}`,
    pid: child.pid ?? 0,
    ask: async (word) => {
      const answered = once(child, "message");
      child.send(word);
      const [answer] = await answered;
      return answer;
    },
    stop: () => stop(child),
  };
}
