import {
  isWithin,
  type Metric,
  type Proposal,
  replicasCountMax,
  type TotalMetric,
  thousandths,
  type Unavailable,
  type ValueMetric,
} from "./metrics";
import { proposalFromPods } from "./pods";

/** The ratio to the target, times the replicas that are ready; from 0 there is nothing to multiply. */
function proposalFromValue(metric: ValueMetric, replicas: number, tolerance: number): Proposal {
  const value = metric.value ?? 0;
  const ratio = thousandths(value) / thousandths(metric.target);
  const words = `${value} against ${metric.target}`;
  if (replicas === 0) return { replicas: Math.ceil(ratio), held: null, words };
  if (isWithin(ratio, tolerance)) return { replicas, held: "tolerance", words };
  return { replicas: Math.ceil(ratio * (metric.ready ?? replicas)), held: null, words };
}

/** So many that each has the target to do, as for a queue's length. */
function proposalFromTotal(metric: TotalMetric, replicas: number, tolerance: number): Proposal {
  const value = metric.value ?? 0;
  const [total, target] = [thousandths(value), thousandths(metric.target)];
  const words = `${value} in all against ${metric.target} each`;
  if (isWithin(total / (target * replicas), tolerance)) {
    return { replicas, held: "tolerance", words };
  }
  return { replicas: Math.ceil(total / target), held: null, words };
}

function proposalOfKind(
  metric: Metric,
  replicas: number,
  tolerance: number,
): Proposal | Unavailable {
  if (metric.kind === "value") return proposalFromValue(metric, replicas, tolerance);
  if (metric.kind === "total") return proposalFromTotal(metric, replicas, tolerance);
  return proposalFromPods(metric, replicas, tolerance);
}

/** How many replicas one metric asks for, or why nobody can say. */
export function proposalOf(
  metric: Metric,
  replicas: number,
  tolerance: number,
): Proposal | Unavailable {
  if (metric.unavailable === true) return { unavailable: "it is said to be unavailable" };
  const proposal = proposalOfKind(metric, replicas, tolerance);
  if ("unavailable" in proposal) return proposal;
  return { ...proposal, replicas: Math.min(proposal.replicas, replicasCountMax) };
}
