import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { LabEnd } from "@/modules/capacity";
import { limits } from "@/platform/limits";
import { type LabAsked, type LabSaid, labSaidSchema } from "../../load/lab/messages";
import { lastWords } from "../start/explain";
import { LogFile } from "../start/log-file";
import { signalIfAlive } from "../system/processes";
import { root } from "../system/root";

const leash = import.meta.resolve("../start/leash.mjs");

/** What any program needs, and nothing else: no address of ours, no secret, no port. */
const inherited = ["PATH", "HOME", "LANG", "TZ", "TMPDIR"];

export function labEnvironment(given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.fromEntries(inherited.map((name) => [name, given[name]]));
  return { ...kept, NODE_ENV: "production" };
}

export type StartedRun = {
  /** Asks it to end in order, and insists after a while. */
  stop: () => void;
  ended: Promise<Pick<LabEnd, "signal" | "lastWords">>;
};

/** Starts a run as a process of its own, on a leash: when we die, it ends. */
export function spawnRun(asked: LabAsked, heard: (said: LabSaid) => void): StartedRun {
  mkdirSync(asked.dataDir, { recursive: true });
  const log = new LogFile(join(asked.dataDir, "run.log"));
  const child = spawn(
    process.execPath,
    ["--import", leash, join("scripts", "run.mjs"), "load/lab/main.ts"],
    {
      cwd: root,
      detached: true,
      env: labEnvironment(process.env),
      stdio: ["ignore", "pipe", "pipe", "pipe", "ipc"],
    },
  );
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => log.write(text));
  child.on("error", (error) => log.write(`${error.message}\n`));
  child.on("message", (message) => {
    const said = labSaidSchema.safeParse(message);
    if (said.success) heard(said.data);
    else log.write(`What it said was not understood: ${said.error.message}\n`);
  });
  child.send(asked, (error) => {
    if (error !== null) log.write(`${error.message}\n`);
  });
  const kill = (signal: NodeJS.Signals) => {
    if (child.pid !== undefined)
      signalIfAlive(signal === "SIGKILL" ? -child.pid : child.pid, signal);
  };
  const ended = once(child, "exit").then(([, signal]) => {
    // What it had started must not outlive it.
    kill("SIGKILL");
    const words = lastWords(log.tail());
    log.close();
    return { signal: typeof signal === "string" ? signal : null, lastWords: words };
  });
  return {
    stop: () => {
      kill("SIGTERM");
      const insist = setTimeout(() => kill("SIGKILL"), limits.loadRunStopMs);
      void ended.finally(() => clearTimeout(insist));
    },
    ended,
  };
}
