import {
  type AverageMetric,
  divide,
  isWithin,
  type Pod,
  type Proposal,
  thousandths,
  type Unavailable,
  type UtilizationMetric,
} from "./metrics";

interface Reading {
  readonly used: number;
  readonly requested: number;
}

/** How a set of readings relates to the target, and what a pod without a reading is taken to use. */
interface Measure {
  readonly ratioOf: (readings: readonly Reading[]) => number;
  readonly fallbackUse: (pod: Reading) => number;
  /** Exactly at the target the engine leaves missing pods out of a utilization, and has them idle in an average. */
  readonly idleAtTarget: boolean;
  readonly words: (ratio: number) => string;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const without = (pods: readonly Reading[]) => pods.map((pod) => ({ ...pod, used: 0 }));

/** Per cent of what is requested, as a whole number: 50.9 % is 50 % to the engine. */
function utilization(metric: UtilizationMetric): Measure {
  return {
    ratioOf: (readings) => {
      const used = sum(readings.map((pod) => pod.used));
      const requested = sum(readings.map((pod) => pod.requested));
      return Math.trunc((used * 100) / requested) / metric.target;
    },
    // All of the request, or the target where that is more than all.
    fallbackUse: (pod) => divide(pod.requested * Math.max(100, metric.target), 100),
    idleAtTarget: false,
    words: (ratio) => `${Math.round(ratio * metric.target)} % used against ${metric.target} %`,
  };
}

function average(metric: AverageMetric): Measure {
  const target = thousandths(metric.target);
  return {
    ratioOf: (readings) => divide(sum(readings.map((pod) => pod.used)), readings.length) / target,
    fallbackUse: () => target,
    idleAtTarget: true,
    words: (ratio) => `an average of ${(ratio * target) / 1_000} against ${metric.target}`,
  };
}

/**
 * What a metric read from pods asks for. Pods of which little is known count against the direction:
 * going up, the missing and the starting are taken to use nothing; going down, the missing are taken
 * to use all that they asked for, and the starting are left out.
 */
export function proposalFromPods(
  metric: UtilizationMetric | AverageMetric,
  replicas: number,
  tolerance: number,
): Proposal | Unavailable {
  const pods = metric.pods ?? [];
  if (metric.kind === "utilization" && pods.some((pod) => pod.requested === undefined)) {
    return { unavailable: "a pod says not what it requests" };
  }
  const starting = readings(pods.filter((pod) => pod.state === "starting"));
  const running = pods.filter((pod) => pod.state !== "starting");
  const ready = readings(running.filter((pod) => pod.used !== undefined));
  const missing = readings(running.filter((pod) => pod.used === undefined));
  if (ready.length === 0) return { unavailable: "no ready pod was read" };
  if (metric.kind === "utilization" && sum(ready.map((pod) => pod.requested)) === 0) {
    return { unavailable: "the pods that were read request nothing" };
  }

  const measure = metric.kind === "utilization" ? utilization(metric) : average(metric);
  const ratio = measure.ratioOf(ready);
  const words = measure.words(ratio);
  const stay = (held: Proposal["held"]) => ({ replicas, held, words });
  const up = ratio > 1;
  if (missing.length === 0 && !(up && starting.length > 0)) {
    if (isWithin(ratio, tolerance)) return stay("tolerance");
    return { replicas: Math.ceil(ratio * ready.length), held: null, words };
  }

  const assumed = missing.map((pod) => ({ ...pod, used: measure.fallbackUse(pod) }));
  const idle = up || measure.idleAtTarget ? without(missing) : [];
  const considered = [...ready, ...(ratio < 1 ? assumed : idle), ...(up ? without(starting) : [])];
  const careful = measure.ratioOf(considered);
  if (isWithin(careful, tolerance)) return stay("tolerance");
  if ((ratio < 1 && careful > 1) || (up && careful < 1)) return stay("direction");
  const proposed = Math.ceil(careful * considered.length);
  const turns = (careful < 1 && proposed > replicas) || (careful > 1 && proposed < replicas);
  return turns ? stay("direction") : { replicas: proposed, held: null, words };
}

const readings = (pods: readonly Pod[]): Reading[] =>
  pods.map(({ used = 0, requested = 0 }) => ({
    used: thousandths(used),
    requested: thousandths(requested),
  }));
