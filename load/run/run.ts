import type { LabWindow } from "@/modules/capacity";
import { monotonicMs } from "@/platform/clock";
import { newId } from "@/platform/ids";
import { percentile } from "../bench/percentile";
import { thresholds as foundingThresholds, scenarios, thinkMs } from "../scenarios/founding";
import { journeyAt } from "../scenarios/journeys";
import { visitAs } from "./asking";
import { whatBroke } from "./broke";
import { realClock } from "./clock";
import { execute } from "./executors";
import { aLedger, heardOf } from "./ledger";
import { listenTo } from "./listeners";
import type { LoadOptions } from "./options";
import type { Cookies } from "./people";
import type { LoadReport } from "./report";
import { scaleMinutes } from "./schedule";
import { byOperation, figuresOf, judge, type Reading } from "./statistics";
import { type Watched, watchProcesses } from "./watch";
import { windowOf } from "./windows";

export type Target = {
  webs: readonly string[];
  realtimes: readonly string[];
  worker: string | undefined;
  token: string;
  processes: () => readonly Watched[];
  people: Cookies;
  /** Hears of every few seconds of the run while it runs. */
  told?: (windows: readonly LabWindow[]) => void;
};

const watchMs = 5_000;
const settleMs = 10_000;
const lookMs = 50;

/** Waits until the listeners have heard everything, or for as long as the document allows a picture to be old. */
async function untilHeard(isComplete: () => boolean): Promise<void> {
  const startMs = monotonicMs();
  while (!isComplete() && monotonicMs() - startMs < settleMs) await realClock.sleep(lookMs);
}

/** Runs one scenario against what is running and says what was seen. */
export async function runLoad(
  options: Pick<LoadOptions, "scenario" | "minutes-scale" | "listeners"> & {
    /** What the run is judged by, in k6's words; as founded when not told. */
    thresholds?: Readonly<Record<string, readonly string[]>>;
  },
  target: Target,
): Promise<LoadReport> {
  const { "minutes-scale": scale, thresholds = foundingThresholds } = options;
  const scenario = scaleMinutes(scenarios[options.scenario], scale);
  const ledger = aLedger();
  const readings: Reading[] = [];
  const deliveries: number[] = [];
  const arrivals: { commandId: string; atMs: number }[] = [];
  const { webs, realtimes, people } = target;
  const personAt = (cookies: readonly string[], at: number) => cookies[at % cookies.length] ?? "";
  const listeners = Array.from(
    { length: realtimes.length === 0 ? 0 : options.listeners },
    (_, at) =>
      listenTo(
        realtimes[at % realtimes.length] ?? "",
        personAt(people.agent, at),
        (commandId, atMs) => arrivals.push({ commandId, atMs }),
      ),
  );
  await untilHeard(() => listeners.every(({ joins }) => joins.length > 0));
  const startMs = monotonicMs();
  const windows: LabWindow[] = [];
  let [visitors, visitorsBefore] = [0, 0];
  let [answered, fromMs, isRunning] = [0, startMs, true];
  const watch = watchProcesses({
    ...target,
    everyMs: Math.max(1_000, watchMs * Math.min(1, scale)),
    visitors: () => visitors,
    told: (sample) => {
      // While the last are heard of nobody visits any more.
      if (!isRunning) return;
      const before = { startMs, fromMs, visitors: visitorsBefore };
      windows.push(windowOf(readings.slice(answered), sample, before));
      [answered, fromMs, visitorsBefore] = [readings.length, sample.atMs, sample.visitors];
      target.told?.(windows);
    },
  });
  let asked = 0;
  const visit = async (visitor: number, dueMs: number) => {
    visitors += 1;
    try {
      await visitAs(journeyAt(Math.random()), visitor, dueMs, {
        url: () => webs[asked++ % webs.length] ?? "",
        cookieOf: (audience, at) => personAt(people[audience], at),
        tools: { random: Math.random, newId },
        clock: realClock,
        thinkMs,
        told: (ask, answer, reading) => {
          readings.push(reading);
          ledger.tell(ask, answer, monotonicMs());
        },
      });
    } finally {
      visitors -= 1;
    }
  };
  const executed = await execute(scenario, visit, realClock);
  isRunning = false;
  const seconds = (monotonicMs() - startMs) / 1_000;
  await untilHeard(() => heardOf(ledger, listeners).missing === 0);
  await watch.stop();
  for (const listener of listeners) listener.close();
  for (const { commandId, atMs } of arrivals) {
    const accepted = ledger.accepted.get(commandId);
    // Heard before its own answer was: that counts as at once.
    if (accepted?.operation === "tickets.create")
      deliveries.push(Math.max(0, atMs - accepted.atMs));
  }
  deliveries.sort((a, b) => a - b);
  return {
    scenario: options.scenario,
    minutesScale: scale,
    seconds,
    executed,
    perSecond: readings.length / seconds,
    all: figuresOf("all", readings),
    operations: byOperation(readings),
    verdicts: judge(thresholds, readings),
    heard: {
      ...heardOf(ledger, listeners),
      msP50: percentile(deliveries, 0.5),
      msP95: percentile(deliveries, 0.95),
      msP99: percentile(deliveries, 0.99),
    },
    broke: whatBroke(thresholds, readings, watch.samples),
    samples: watch.samples,
    windows,
  };
}
