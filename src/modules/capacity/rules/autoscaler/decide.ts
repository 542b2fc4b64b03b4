import {
  type Behavior,
  rateLimitDown,
  rateLimitUp,
  rulesOf,
  type ScalingHistory,
  stabilized,
} from "./behavior";
import type { Metric, Proposal } from "./metrics";
import { proposalOf } from "./proposal";

export interface ScalingQuestion {
  readonly replicas: number;
  readonly min: number;
  readonly max: number;
  readonly tolerance: number;
  readonly metrics: readonly Metric[];
  readonly behavior?: Behavior | undefined;
  readonly history?: ScalingHistory | undefined;
}

export type LimitedBy = "min" | "max" | "rate" | "window" | "tolerance" | "unavailable" | "off";

export interface ScalingDecision {
  readonly replicas: number;
  /** What held the largest proposal back; the last of several. */
  readonly limitedBy: LimitedBy | null;
  readonly why: string;
}

/**
 * What the engine that carries a policy out would do now: the algorithm of Kubernetes' horizontal
 * pod autoscaler, autoscaling/v2, in its order.
 *
 * 1. At 0 with a minimum above 0 it is off; outside minimum and maximum it is brought back at once.
 * 2. Each metric proposes; the largest proposal wins. While one is unavailable nothing goes down.
 * 3. The stabilization window holds it to what was recommended lately.
 * 4. The rate policies, then minimum and maximum, bound the step.
 */
export function decideScaling(question: ScalingQuestion): ScalingDecision {
  const { replicas, min, max } = question;
  if (replicas === 0 && min > 0) {
    const why = `Scaling is off: there are no replicas and the minimum is ${min}.`;
    return { replicas: 0, limitedBy: "off", why };
  }
  if (replicas > max) {
    const why = `${replicas} replicas are more than the maximum: lowered to ${max}.`;
    return { replicas: max, limitedBy: "max", why };
  }
  if (replicas < min) {
    const why = `${replicas} replicas are fewer than the minimum: raised to ${min}.`;
    return { replicas: min, limitedBy: "min", why };
  }
  const proposed = largestProposal(question);
  if ("unavailable" in proposed) {
    const why = `Stays at ${replicas}: ${proposed.unavailable}.`;
    return { replicas, limitedBy: "unavailable", why };
  }
  return bounded(question, proposed);
}

function largestProposal(question: ScalingQuestion): Proposal | { unavailable: string } {
  const { metrics, replicas, tolerance } = question;
  let largest: Proposal | null = null;
  const missing: string[] = [];
  for (const [index, metric] of metrics.entries()) {
    const proposal = proposalOf(metric, replicas, tolerance);
    if ("unavailable" in proposal) {
      missing.push(`metric ${index + 1} (${metric.kind}) is unavailable, ${proposal.unavailable}`);
    } else if (largest === null || proposal.replicas > largest.replicas) {
      largest = proposal;
    }
  }
  const [firstMissing] = missing;
  if (largest === null) return { unavailable: firstMissing ?? "there is no metric" };
  if (firstMissing !== undefined && largest.replicas < replicas) {
    return { unavailable: `${firstMissing}, so nothing is taken away` };
  }
  return largest;
}

const heldWords = {
  tolerance: "which is within the tolerance",
  direction: "which pods without a reading would turn the other way",
} as const;

function bounded(question: ScalingQuestion, proposal: Proposal): ScalingDecision {
  const { replicas, min, max, behavior, history } = question;
  const rules = rulesOf(behavior);
  const notes: string[] = proposal.held === null ? [] : [heldWords[proposal.held]];
  let limitedBy: LimitedBy | null = proposal.held === "tolerance" ? "tolerance" : null;
  let desired = proposal.replicas;
  const limit = (to: number, by: LimitedBy, note: string) => {
    desired = to;
    limitedBy = by;
    notes.push(note);
  };

  const steady = stabilized(desired, replicas, rules, history);
  if (steady !== desired) {
    limit(steady, "window", `held to ${steady} by what was recommended lately`);
  }
  if (desired > replicas) {
    const fastest = rateLimitUp(replicas, rules.up, history);
    if (desired > Math.min(fastest, max)) {
      if (max > fastest) limit(fastest, "rate", `held to ${fastest}, no faster than its policies`);
      else limit(max, "max", `held to ${max}, the maximum`);
    }
  } else if (desired < replicas) {
    const fastest = rateLimitDown(replicas, rules.down, history);
    if (desired < Math.max(fastest, min)) {
      if (min < fastest) limit(fastest, "rate", `held to ${fastest}, no faster than its policies`);
      else limit(min, "min", `held to ${min}, the minimum`);
    }
  }
  const move = desired === replicas ? `Stays at ${replicas}` : `${replicas} to ${desired}`;
  const because = [`${proposal.words} asks for ${proposal.replicas}`, ...notes];
  return { replicas: desired, limitedBy, why: `${move}: ${because.join(", ")}.` };
}
