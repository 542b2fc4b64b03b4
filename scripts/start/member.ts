import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { monotonicMs } from "@/platform/clock";
import { Advice } from "../system/advice";
import { isPortFree } from "../system/ports";
import { signalIfAlive } from "../system/processes";
import { root } from "../system/root";
import { backoffMs, wellAfterMs } from "./backoff";
import { lastWords } from "./explain";
import { LogFile } from "./log-file";
import { probe } from "./probe";

export type MemberKind = "web" | "realtime" | "worker";

export type MemberOptions = {
  kind: MemberKind;
  /** `web-1`, as in logs and reports. */
  name: string;
  port: number;
  command: readonly string[];
  env: NodeJS.ProcessEnv;
  logFile: string;
  readyMsMax: number;
  /** Whether an unexpected end is followed by a new start. */
  restartOnExit: boolean;
  onSpawn: (pid: number) => void;
  report: (line: string) => void;
  onLine?: (line: string) => void;
};

const readyPollMs = 60;
/** Longer than a drain may take (limits.drainMsMax). */
const stopMsMax = 25_000;

/** One process of the product: started, watched, started again, stopped. */
export class Member {
  readonly kind: MemberKind;
  readonly name: string;
  readonly port: number;
  readonly url: string;
  /** Called when an unexpected end was mended; the process has another number now. */
  onRestart: () => void = () => undefined;
  #child: ChildProcess | undefined;
  #log: LogFile;
  /** Whether an unexpected end is to be mended; only from the first time that it was ready. */
  #wanted = false;
  #isStopping = false;
  #attempts = 0;
  /** The last one that said that it was ready. */
  #readyChild: ChildProcess | undefined;
  #waiting = new AbortController();

  constructor(private readonly options: MemberOptions) {
    this.kind = options.kind;
    this.name = options.name;
    this.port = options.port;
    this.url = `http://localhost:${options.port}`;
    this.#log = new LogFile(options.logFile, options.onLine);
  }

  /** The variables that it runs with. */
  get env(): NodeJS.ProcessEnv {
    return this.options.env;
  }

  get pid(): number | undefined {
    return this.#isRunning() ? this.#child?.pid : undefined;
  }

  /**
   * Starts it and waits until it says that it is ready; only from then on is it started again.
   * @throws Advice with its last words when it ends or takes too long first.
   */
  async start(): Promise<void> {
    this.#isStopping = false;
    // Whoever listens there would be asked in its place, and say that all is well.
    if (!(await isPortFree(this.port)))
      throw new Advice(`${this.name} cannot start: port ${this.port} is in use.`);
    const child = this.#spawn();
    await this.ready();
    this.#readyChild = child;
    // It may have been told to stop while it was asked.
    this.#wanted = !this.#isStopping;
  }

  async ready(): Promise<void> {
    const startedMs = monotonicMs();
    while ((await probe(`${this.url}/health/ready`)) !== 200) {
      if (!this.#wanted && !this.#isRunning()) throw new Advice(this.#explain("did not start"));
      if (monotonicMs() - startedMs > this.options.readyMsMax) {
        throw new Advice(this.#explain("is not ready in time"));
      }
      await sleep(readyPollMs);
    }
  }

  /** For tests and people: the signal is sent and, if it ends the process, it stays ended. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    this.#wanted = false;
    this.#isStopping = true;
    const child = this.#child;
    if (child?.pid === undefined || !this.#isRunning()) return;
    const ended = once(child, "exit");
    signalIfAlive(-child.pid, signal);
    if (signal !== "SIGSTOP" && signal !== "SIGCONT") await ended;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Asks it to drain, then insists. False when it had to be killed. */
  async stop(): Promise<boolean> {
    this.#wanted = false;
    this.#isStopping = true;
    this.#waiting.abort();
    const child = this.#child;
    if (child?.pid === undefined || !this.#isRunning()) return true;
    const ended = once(child, "exit");
    signalIfAlive(child.pid, "SIGTERM");
    const insist = new AbortController();
    const drained = await Promise.race([
      ended.then(() => true),
      sleep(stopMsMax, false, { signal: insist.signal }).catch(() => false),
    ]);
    insist.abort();
    // Children of the child that outlived it are in its group.
    signalIfAlive(-child.pid, "SIGKILL");
    await ended;
    return drained;
  }

  close(): void {
    this.#log.close();
  }

  #isRunning(): boolean {
    const child = this.#child;
    return child !== undefined && child.exitCode === null && child.signalCode === null;
  }

  #explain(what: string): string {
    return `${this.name} ${what}: ${lastWords(this.#log.tail())} (its log is ${this.options.logFile})`;
  }

  #spawn(): ChildProcess {
    this.#waiting = new AbortController();
    const [command = process.execPath, ...args] = this.options.command;
    const child = spawn(command, args, {
      cwd: root,
      detached: true,
      env: this.options.env,
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => this.#log.write(text));
    }
    child.on("error", (error) => this.#log.write(`${error.message}\n`));
    if (child.pid !== undefined) this.options.onSpawn(child.pid);
    const startedMs = monotonicMs();
    child.once("exit", (code, signal) => {
      // What it had started must not outlive it.
      if (child.pid !== undefined) signalIfAlive(-child.pid, "SIGKILL");
      if (this.#wanted && this.options.restartOnExit) {
        const wasReady = this.#readyChild === child;
        const ranMs = monotonicMs() - startedMs;
        void this.#startAgain(signal ?? `exit code ${code}`, { ranMs, wasReady });
      }
    });
    return child;
  }

  /** Nobody waits for it: it decides how soon the next start would be. */
  async #noteReady(child: ChildProcess): Promise<void> {
    while (this.#child === child && this.#isRunning()) {
      if ((await probe(`${this.url}/health/ready`)) === 200) {
        this.#readyChild = child;
        return;
      }
      await sleep(readyPollMs);
    }
  }

  async #startAgain(
    end: string,
    { ranMs, wasReady }: { ranMs: number; wasReady: boolean },
  ): Promise<void> {
    this.#attempts = ranMs > wellAfterMs ? 1 : this.#attempts + 1;
    this.options.report(`${this.#explain(`ended (${end})`)}; starting it again`);
    const waited = await sleep(backoffMs(this.#attempts, { wasReady }), true, {
      signal: this.#waiting.signal,
    }).catch(() => false);
    if (!waited || !this.#wanted) return;
    void this.#noteReady(this.#spawn());
    this.onRestart();
  }
}
