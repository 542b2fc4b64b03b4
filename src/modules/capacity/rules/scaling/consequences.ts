import { type Objective, objectiveOf } from "../figures/objectives";
import type { FigureSet } from "../figures/set";
import { tiers } from "../figures/tiers";
import { waitingQueue } from "../queueing/erlang-c";
import type { Replayed } from "./replay";

/** What one more instance is worth and costs. */
export type Instance =
  | { readonly kind: "server"; readonly dollarsMonth: number; readonly serviceMs: number }
  | { readonly kind: "worker"; readonly dollarsMonth: number; readonly jobsPerSecond: number }
  /** Holds sockets: nobody waits for it. */
  | { readonly kind: "holder"; readonly dollarsMonth: number };

export type Consequences = {
  /** The busiest moment: CPU of a server in per cent, or jobs that wait for each worker. */
  readonly saturationMax: number;
  /** What 95 % of the time a request or a job waits at most; null where it never ends, and where nothing waits. */
  readonly waitMsP95: number | null;
  /** How long it waited for longer than its objective allows; null where nothing waits. */
  readonly secondsBreached: number | null;
  readonly dollars: number;
};

const hoursPerMonth = 730;
const gapSeconds = 300;

/** From the founding table: compute of the tier that scales, by the processors that it is for. */
export function dollarsPerCpuMonth(): number {
  const tier = tiers.find(({ api }) => api.count > 1) ?? tiers[0];
  const cpus = [tier.api, tier.realtime, tier.workers].reduce(
    (sum, { count, cpu }) => sum + count * cpu,
    0,
  );
  return tier.monthlyCost.compute / cpus;
}

/** How long the next one waits at a moment, at the 95th percentile; infinite when work comes faster than it goes. */
function waitMsAt({ value, replicas }: Replayed, instance: Instance): number {
  if (instance.kind === "holder") return 0;
  if (instance.kind === "worker") {
    const perSecond = replicas * instance.jobsPerSecond;
    if (value <= 0) return 0;
    return perSecond <= 0 ? Number.POSITIVE_INFINITY : (value / perSecond) * 1_000;
  }
  // The value is of each of as many as shared it then: the load is what all of them had.
  const load = (value / 100) * replicas;
  const wait = waitingQueue(Math.max(1, replicas), load, instance.serviceMs / 1_000);
  return wait.waitSeconds.p95 === null ? Number.POSITIVE_INFINITY : wait.waitSeconds.p95 * 1_000;
}

const withinMs = (objective: Objective) => (objective.good === "within" ? objective.withinMs : 0);

/** How long one may wait for it, by the objective of its kind. */
export const allowedMs = (kind: Instance["kind"], set?: FigureSet): number =>
  withinMs(objectiveOf(kind === "worker" ? "queueP95" : "apiP95", set));

/**
 * What a rule's course comes to for those who wait and for who pays. Servers are an M/M/c queue, so
 * the wait is a model's; a backlog is divided by what its workers do.
 */
export function consequencesOf(
  points: readonly Replayed[],
  instance: Instance,
  allowed = allowedMs(instance.kind),
): Consequences {
  const spans = points.map((point, index) => {
    const lasted = (points[index + 1]?.at ?? point.at) - point.at;
    const wait = waitMsAt(point, instance);
    return { point, wait, seconds: lasted <= gapSeconds ? lasted : 0 };
  });
  const total = spans.reduce((sum, { seconds }) => sum + seconds, 0);
  let passed = 0;
  const ordered = [...spans].sort((a, b) => a.wait - b.wait);
  const reached = ordered.find(({ seconds }) => {
    passed += seconds;
    return passed >= total * 0.95;
  });
  const hours = spans.reduce(
    (sum, { point, seconds }) => sum + (point.replicas * seconds) / 3_600,
    0,
  );
  const saturation = ({ value, replicas }: Replayed) =>
    instance.kind === "worker" ? value / Math.max(1, replicas) : value;
  return {
    saturationMax: points.reduce((most, point) => Math.max(most, saturation(point)), 0),
    waitMsP95:
      reached === undefined
        ? 0
        : instance.kind === "holder"
          ? null
          : Number.isFinite(reached.wait)
            ? reached.wait
            : null,
    secondsBreached:
      instance.kind === "holder"
        ? null
        : spans.reduce((sum, { wait, seconds }) => sum + (wait > allowed ? seconds : 0), 0),
    dollars: (hours * instance.dollarsMonth) / hoursPerMonth,
  };
}
