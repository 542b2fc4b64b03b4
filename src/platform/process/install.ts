import { brokenRelations } from "@/platform/limits";
import { type Lifecycle, makeLifecycle, type ProcessLog } from "./lifecycle";
import { processShared } from "./shared";

export type ProcessKind = "web" | "worker" | "realtime";

export type ProcessPlan = {
  kind: ProcessKind;
  /** Asked for after the environment was read, so that a wrong environment is told first. */
  log: () => ProcessLog;
  /** Opens everything and registers how it is closed; the process is ready when it returns. */
  start: (life: Lifecycle) => Promise<void>;
  drainMsMax: number;
};

type Holder = { life: Lifecycle | null };
const holder = () => processShared<Holder>("lifecycle", () => ({ life: null }));

/** The lifecycle of this process; null in scripts and tests, which have none. */
export function processLifecycle(): Lifecycle | null {
  return holder().life;
}

/** Names of errors that a person caused and can mend; their message says how, a stack would hide it. */
const plainErrors = new Set(["EnvironmentError", "LimitsError", "AppError"]);

function complain(kind: ProcessKind, thrown: unknown): void {
  const plain = thrown instanceof Error && (plainErrors.has(thrown.name) || "syscall" in thrown);
  const says = thrown instanceof Error ? (plain ? thrown.message : thrown.stack) : String(thrown);
  process.stderr.write(`${kind} cannot start: ${says}\n`);
}

function checkLimits(): void {
  const broken = brokenRelations();
  if (broken.length === 0) return;
  const error = new Error(`these relations of the limits do not hold: ${broken.join("; ")}`);
  error.name = "LimitsError";
  throw error;
}

/**
 * Runs one process from start to exit: 0 after a clean drain on SIGTERM or SIGINT; 1 when it could
 * not start, when the drain failed or took too long, on a second signal, and after a fault that
 * nobody caught.
 */
export async function installProcess(plan: ProcessPlan): Promise<void> {
  try {
    checkLimits();
    const log = plan.log();
    const life = makeLifecycle(log);
    holder().life = life;
    listenForTheEnd(plan, life, log);
    await plan.start(life);
    life.markReady();
    log.info({ kind: plan.kind }, "ready");
  } catch (thrown) {
    complain(plan.kind, thrown);
    process.exit(1);
  }
}

function listenForTheEnd(plan: ProcessPlan, life: Lifecycle, log: ProcessLog): void {
  let ending = false;
  const end = async (reason: string, codeWhenClean: number) => {
    if (ending) process.exit(1);
    ending = true;
    const late = setTimeout(() => {
      log.error({ reason, drainMsMax: plan.drainMsMax }, "the drain took too long");
      process.exit(1);
    }, plan.drainMsMax);
    const clean = await life.drain(reason);
    clearTimeout(late);
    process.exit(clean ? codeWhenClean : 1);
  };
  process.on("SIGTERM", () => void end("SIGTERM", 0));
  process.on("SIGINT", () => void end("SIGINT", 0));
  const fault = (source: string) => (thrown: unknown) => {
    log.error({ err: thrown, source }, "a fault that nobody caught ends this process");
    void end(source, 1);
  };
  process.on("uncaughtException", fault("uncaughtException"));
  process.on("unhandledRejection", fault("unhandledRejection"));
}
