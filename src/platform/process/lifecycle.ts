import { limits } from "@/platform/limits";

/**
 * In the order in which a process ends: it says that it is going, lets what it has begun finish,
 * then closes what the finishing work needed.
 */
export const drainStages = ["announce", "finish", "close"] as const;
export type DrainStage = (typeof drainStages)[number];

export type ProcessState = "starting" | "ready" | "draining" | "stopped";

type Hook = { stage: DrainStage; name: string; run: () => Promise<void> | void };
type Check = { name: string; essential: boolean; run: () => Promise<void> };

export type CheckResult = { ok: boolean; essential: boolean; says?: string };
export type Readiness = {
  ready: boolean;
  state: ProcessState;
  checks: Record<string, CheckResult>;
};

export type ProcessLog = {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
};

export type Lifecycle = {
  state(): ProcessState;
  markReady(): void;
  /** Hooks of one stage run together; the next stage waits for all of them. */
  onDrain(stage: DrainStage, name: string, run: Hook["run"]): void;
  /** A check that is not essential is shown, but does not take the process out of rotation. */
  checkReady(name: string, run: Check["run"], options?: { essential?: boolean }): void;
  readiness(): Promise<Readiness>;
  /** Runs every hook once, however often it is called; true when all of them succeeded. */
  drain(reason: string): Promise<boolean>;
};

export function makeLifecycle(log: ProcessLog): Lifecycle {
  const hooks: Hook[] = [];
  const checks: Check[] = [];
  let state: ProcessState = "starting";
  let drained: Promise<boolean> | undefined;

  async function drainStage(stage: DrainStage): Promise<boolean> {
    const mine = hooks.filter((hook) => hook.stage === stage);
    const outcomes = await Promise.allSettled(mine.map(async (hook) => hook.run()));
    outcomes.forEach((outcome, index) => {
      if (outcome.status === "fulfilled") return;
      log.error({ err: outcome.reason, stage, hook: mine[index]?.name }, "a drain hook failed");
    });
    return outcomes.every((outcome) => outcome.status === "fulfilled");
  }

  async function drainAll(reason: string): Promise<boolean> {
    state = "draining";
    log.info({ reason }, "draining");
    let clean = true;
    for (const stage of drainStages) clean = (await drainStage(stage)) && clean;
    state = "stopped";
    return clean;
  }

  return {
    state: () => state,
    markReady: () => {
      if (state === "starting") state = "ready";
    },
    onDrain: (stage, name, run) => hooks.push({ stage, name, run }),
    checkReady: (name, run, { essential = true } = {}) => checks.push({ name, run, essential }),
    readiness: async () => {
      const results = await Promise.all(checks.map(runCheck));
      const failed = results.some(([, result]) => result.essential && !result.ok);
      return { ready: state === "ready" && !failed, state, checks: Object.fromEntries(results) };
    },
    drain: (reason) => {
      drained ??= drainAll(reason);
      return drained;
    },
  };
}

/** A dependency that does not answer in time is as good as away. */
async function runCheck(check: Check): Promise<[string, CheckResult]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      reject,
      limits.readyCheckMsMax,
      new Error(`no answer in ${limits.readyCheckMsMax} ms`),
    );
  });
  try {
    await Promise.race([check.run(), late]);
    return [check.name, { ok: true, essential: check.essential }];
  } catch (thrown) {
    const says = thrown instanceof Error ? thrown.message : String(thrown);
    return [check.name, { ok: false, essential: check.essential, says }];
  } finally {
    clearTimeout(timer);
  }
}
