import type { Scenario } from "../scenarios/founding";
import type { Clock } from "./clock";
import { durationMs, lengthMs, visitorsAt } from "./schedule";

/** One visit, which was due at `dueMs`; what it makes wait counts from then. */
export type Run = (visitor: number, dueMs: number) => Promise<void>;
export type Executed = {
  visits: number;
  /** Visits of the open model for which no visitor was free: the load was not what was asked. */
  dropped: number;
  visitorsMax: number;
};

const adjustMs = 100;

/** The closed model: each visitor comes again when the last visit is over, and none goes in the middle of one. */
async function visitors(
  run: Run,
  clock: Clock,
  forMs: number,
  wantedAt: (atMs: number) => number,
): Promise<Executed> {
  const startMs = clock.nowMs();
  const executed: Executed = { visits: 0, dropped: 0, visitorsMax: 0 };
  const active = new Set<number>();
  const running: Promise<void>[] = [];
  const wanted = () => {
    const atMs = clock.nowMs() - startMs;
    return atMs >= forMs ? 0 : wantedAt(atMs);
  };
  const stay = async (visitor: number) => {
    while (visitor < wanted()) {
      executed.visits += 1;
      await run(visitor, clock.nowMs());
    }
    active.delete(visitor);
  };
  while (clock.nowMs() - startMs < forMs) {
    for (let visitor = 0; visitor < wanted(); visitor += 1)
      if (!active.has(visitor)) {
        active.add(visitor);
        running.push(stay(visitor));
      }
    executed.visitorsMax = Math.max(executed.visitorsMax, active.size);
    await clock.sleep(Math.min(adjustMs, forMs - (clock.nowMs() - startMs)));
  }
  await Promise.all(running);
  return executed;
}

/**
 * The open model: visits come at their time, however slow the answers are. One that starts late
 * still counts from when it was due, so a slow server cannot hide behind its own slowness.
 */
async function arrivals(
  run: Run,
  clock: Clock,
  scenario: Extract<Scenario, { executor: "constant-arrival-rate" }>,
): Promise<Executed> {
  const { rate, duration, timeUnit, maxVUs } = scenario;
  const startMs = clock.nowMs();
  const everyMs = durationMs(timeUnit) / rate;
  const count = Math.floor(durationMs(duration) / everyMs);
  const executed: Executed = { visits: 0, dropped: 0, visitorsMax: 0 };
  const running = new Set<Promise<void>>();
  for (let visit = 0; visit < count; visit += 1) {
    const dueMs = startMs + visit * everyMs;
    const waitMs = dueMs - clock.nowMs();
    if (waitMs > 0) await clock.sleep(waitMs);
    if (running.size >= maxVUs) {
      executed.dropped += 1;
      continue;
    }
    executed.visits += 1;
    const one: Promise<void> = run(visit, dueMs).finally(() => running.delete(one));
    running.add(one);
    executed.visitorsMax = Math.max(executed.visitorsMax, running.size);
  }
  await Promise.all(running);
  return executed;
}

/** Runs a scenario as k6's executor of that name does. */
export function execute(scenario: Scenario, run: Run, clock: Clock): Promise<Executed> {
  const forMs = lengthMs(scenario);
  if (scenario.executor === "constant-arrival-rate") return arrivals(run, clock, scenario);
  if (scenario.executor === "constant-vus") return visitors(run, clock, forMs, () => scenario.vus);
  const { startVUs, stages } = scenario;
  return visitors(run, clock, forMs, (atMs) => visitorsAt(startVUs, stages, atMs));
}
