/** Not as arguments, of which a call takes only so many. */
const least = (counts: readonly number[]) => counts.reduce((a, b) => Math.min(a, b), Infinity);
const most = (counts: readonly number[]) => counts.reduce((a, b) => Math.max(a, b), -Infinity);

/** How fast the engine may move, in one direction, written as in autoscaling/v2. */
export interface ScalingRules {
  readonly stabilizationWindowSeconds: number;
  readonly selectPolicy: "Max" | "Min" | "Disabled";
  readonly policies: readonly ScalingPolicy[];
}

export interface ScalingPolicy {
  readonly type: "Pods" | "Percent";
  readonly value: number;
  readonly periodSeconds: number;
}

type Unset<Rules> = { readonly [Key in keyof Rules]?: Rules[Key] | undefined };

export interface Behavior {
  readonly scaleUp?: Unset<ScalingRules> | undefined;
  readonly scaleDown?: Unset<ScalingRules> | undefined;
}

export interface ScalingHistory {
  readonly recommendations?: readonly { secondsAgo: number; replicas: number }[] | undefined;
  /** `by` is negative where replicas were taken away. */
  readonly changes?: readonly { secondsAgo: number; by: number }[] | undefined;
}

/** The defaults of autoscaling/v2: up by 4 pods or the double in 15 s; down at once, after 300 s of agreement. */
const scaleUpDefault: ScalingRules = {
  stabilizationWindowSeconds: 0,
  selectPolicy: "Max",
  policies: [
    { type: "Pods", value: 4, periodSeconds: 15 },
    { type: "Percent", value: 100, periodSeconds: 15 },
  ],
};
const scaleDownDefault: ScalingRules = {
  stabilizationWindowSeconds: 300,
  selectPolicy: "Max",
  policies: [{ type: "Percent", value: 100, periodSeconds: 15 }],
};

const complete = (given: Unset<ScalingRules> | undefined, otherwise: ScalingRules) => ({
  stabilizationWindowSeconds:
    given?.stabilizationWindowSeconds ?? otherwise.stabilizationWindowSeconds,
  selectPolicy: given?.selectPolicy ?? otherwise.selectPolicy,
  policies: given?.policies ?? otherwise.policies,
});

export const rulesOf = (behavior: Behavior | undefined) => ({
  up: complete(behavior?.scaleUp, scaleUpDefault),
  down: complete(behavior?.scaleDown, scaleDownDefault),
});

/**
 * The window: up only as far as everything recommended lately agrees, down likewise. What lies
 * between the two stays where it is. What is as old as a window is outside it.
 */
export function stabilized(
  desired: number,
  replicas: number,
  rules: { up: ScalingRules; down: ScalingRules },
  history: ScalingHistory | undefined,
): number {
  const recommended = (windowSeconds: number) =>
    (history?.recommendations ?? [])
      .filter(({ secondsAgo }) => secondsAgo < windowSeconds)
      .map((recommendation) => recommendation.replicas);
  const lowest = Math.min(desired, least(recommended(rules.up.stabilizationWindowSeconds)));
  const highest = Math.max(desired, most(recommended(rules.down.stabilizationWindowSeconds)));
  return Math.min(Math.max(replicas, lowest), highest);
}

function periodStart(replicas: number, policy: ScalingPolicy, history: ScalingHistory | undefined) {
  const changedBy = (history?.changes ?? [])
    .filter(({ secondsAgo }) => secondsAgo < policy.periodSeconds)
    .reduce((total, change) => total + change.by, 0);
  return replicas - changedBy;
}

/** The most replicas that the policies let it have now; never fewer than there are. */
export function rateLimitUp(
  replicas: number,
  rules: ScalingRules,
  history: ScalingHistory | undefined,
): number {
  if (rules.selectPolicy === "Disabled") return replicas;
  const limits = rules.policies.map((policy) => {
    const start = periodStart(replicas, policy, history);
    if (policy.type === "Pods") return start + policy.value;
    return Math.ceil(start * (1 + policy.value / 100));
  });
  const chosen = rules.selectPolicy === "Min" ? least(limits) : most(limits);
  return Math.max(chosen, replicas);
}

/** The fewest replicas that the policies let it have now; never more than there are. */
export function rateLimitDown(
  replicas: number,
  rules: ScalingRules,
  history: ScalingHistory | undefined,
): number {
  if (rules.selectPolicy === "Disabled") return replicas;
  const limits = rules.policies.map((policy) => {
    const start = periodStart(replicas, policy, history);
    if (policy.type === "Pods") return start - policy.value;
    return Math.trunc(start * (1 - policy.value / 100));
  });
  // The smallest change going down is the largest count.
  const chosen = rules.selectPolicy === "Min" ? most(limits) : least(limits);
  return Math.min(chosen, replicas);
}
