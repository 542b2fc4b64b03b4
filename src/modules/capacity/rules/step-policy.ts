/**
 * A scaling rule of our own, as data: one replica more when a measure has stood above a threshold
 * for long enough, one fewer when it has stood below another.
 */
export interface StepPolicy {
  readonly metric: string;
  readonly min: number;
  readonly max: number;
  readonly scaleUp: {
    readonly above: number;
    readonly forSeconds: number;
    readonly cooldownSeconds: number;
  };
  readonly scaleDown?:
    | {
        readonly below: number;
        readonly forSeconds: number;
        readonly cooldownSeconds: number;
      }
    | undefined;
}

export interface Sample {
  /** Seconds since any fixed instant. */
  readonly at: number;
  readonly value: number;
}

/** What a policy remembers between two samples. */
export interface StepState {
  readonly replicas: number;
  /** Since when the value has stood above (below) without a break and without a step; null if it does not. */
  readonly aboveSince: number | null;
  readonly belowSince: number | null;
  readonly lastStepAt: number | null;
}

export interface Step {
  readonly at: number;
  readonly replicas: number;
  readonly reason: string;
}

export const initialState = (replicas: number): StepState => ({
  replicas,
  aboveSince: null,
  belowSince: null,
  lastStepAt: null,
});

/** Times since 1970 leave a rounding behind when they are subtracted: to the millisecond. */
const seconds = (value: number) => Math.round(value * 1_000) / 1_000;

/**
 * What the policy does with the next sample. The supervisor of a running installation feeds it
 * samples as they come; `simulate` feeds it a recorded trace: the decisions are the same.
 *
 * Above means above, and the condition holds from the first sample that shows it. After a step the
 * condition has to hold anew, counted from the step.
 */
export function advance(
  policy: StepPolicy,
  before: StepState,
  sample: Sample,
): { state: StepState; step: Step } {
  const { at, value } = sample;
  const { min, max, scaleUp, scaleDown } = policy;
  const isAbove = value > scaleUp.above;
  const isBelow = scaleDown !== undefined && value < scaleDown.below;
  const aboveSince = isAbove ? (before.aboveSince ?? at) : null;
  const belowSince = isBelow ? (before.belowSince ?? at) : null;

  const settle = (replicas: number, reason: string, stepped: boolean) => ({
    state: {
      replicas,
      aboveSince: stepped && isAbove ? at : aboveSince,
      belowSince: stepped && isBelow ? at : belowSince,
      lastStepAt: stepped ? at : before.lastStepAt,
    },
    step: { at, replicas, reason },
  });

  if (before.replicas < min) {
    return settle(min, `${before.replicas} is below the minimum: raised to ${min}`, false);
  }
  if (before.replicas > max) {
    return settle(max, `${before.replicas} is above the maximum: lowered to ${max}`, false);
  }

  const consider = (
    wording: string,
    since: number,
    rule: { forSeconds: number; cooldownSeconds: number },
    change: 1 | -1,
  ) => {
    const stay = (because: string) =>
      settle(before.replicas, `${wording} for ${seconds(at - since)} s, ${because}`, false);
    if (at - since < rule.forSeconds) return stay(`not yet for ${rule.forSeconds} s`);
    if (change === 1 && before.replicas >= max) return stay(`but ${max} is the maximum`);
    if (change === -1 && before.replicas <= min) return stay(`but ${min} is the minimum`);
    const cooled = before.lastStepAt === null ? null : at - before.lastStepAt;
    if (cooled !== null && cooled < rule.cooldownSeconds) {
      return stay(`cooldown lasts ${seconds(rule.cooldownSeconds - cooled)} s more`);
    }
    const replicas = before.replicas + change;
    const reason = `${wording} for ${seconds(at - since)} s, cooldown over: ${before.replicas} to ${replicas}`;
    return settle(replicas, reason, true);
  };

  const named = `${policy.metric} ${value}`;
  if (aboveSince !== null) {
    return consider(`${named} above ${scaleUp.above}`, aboveSince, scaleUp, 1);
  }
  if (belowSince !== null && scaleDown !== undefined) {
    return consider(`${named} below ${scaleDown.below}`, belowSince, scaleDown, -1);
  }
  return settle(before.replicas, `${named}: nothing to do`, false);
}

/** Runs a policy over a trace, whose times ascend: one step for each sample, replicas as they are after it. */
export function simulate(policy: StepPolicy, replicas: number, trace: readonly Sample[]): Step[] {
  const steps: Step[] = [];
  let state = initialState(replicas);
  for (const sample of trace) {
    const next = advance(policy, state, sample);
    state = next.state;
    steps.push(next.step);
  }
  return steps;
}
