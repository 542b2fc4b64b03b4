import {
  advance,
  initialState,
  type Sample,
  type StepPolicy,
  type StepState,
} from "../step-policy";

/**
 * What a policy is tried on. Of the web servers it is the CPU that all of them used together, which
 * more of them share; of a queue it is the backlog as it was: how much sooner more workers would
 * have done it, no record can say.
 */
export interface Trace {
  readonly shared: boolean;
  readonly samples: readonly Sample[];
}

export interface Replayed {
  readonly at: number;
  readonly value: number;
  readonly replicas: number;
  readonly reason: string;
}

export interface Outcome {
  readonly points: readonly Replayed[];
  readonly steps: readonly Replayed[];
  readonly secondsAbove: number;
  /** How long nobody measured: a gap, or what is no number. Nothing is decided there. */
  readonly secondsUnmeasured: number;
  readonly instanceHours: number;
  readonly replicasMax: number;
  /** How often it went up and, within half an hour, down again, or the other way round. */
  readonly flaps: number;
}

const hourSeconds = 3_600;
const flapSeconds = hourSeconds / 2;
/** A longer silence is a gap, in which nothing is known. */
const gapSeconds = 300;

function flapsOf(steps: readonly { at: number; change: number }[]): number {
  return steps.filter((step, index) => {
    const before = steps[index - 1];
    const turned = before !== undefined && Math.sign(before.change) !== Math.sign(step.change);
    return turned && step.at - before.at <= flapSeconds;
  }).length;
}

/** As the supervisor does where nobody measured: what held before may not hold any more. */
const forgetful = (state: StepState): StepState => ({
  ...state,
  aboveSince: null,
  belowSince: null,
});

/**
 * Runs a policy over a trace with the supervisor's own rule. What is no number, and a gap, are times
 * at which nobody measured: the rule asks for nothing there, and afterwards a condition holds anew.
 */
export function replay(policy: StepPolicy, trace: Trace, replicasAtFirst: number): Outcome {
  const known = trace.samples
    .filter(({ at }) => Number.isFinite(at))
    .toSorted((a, b) => a.at - b.at);
  const start = Math.min(policy.max, Math.max(policy.min, replicasAtFirst));
  let state: StepState = initialState(start);
  let secondsAbove = 0;
  let secondsUnmeasured = 0;
  let instanceHours = 0;
  const points: Replayed[] = [];
  const changes: { at: number; change: number; point: Replayed }[] = [];
  for (const [index, { at, value: recorded }] of known.entries()) {
    const { replicas } = state;
    const lasted = (known[index + 1]?.at ?? at) - at;
    const seconds = lasted <= gapSeconds ? lasted : 0;
    if (!Number.isFinite(recorded)) {
      state = forgetful(state);
      secondsUnmeasured += lasted;
      instanceHours += (replicas * seconds) / hourSeconds;
      continue;
    }
    const value = trace.shared
      ? Math.round((recorded / Math.max(1, replicas)) * 10) / 10
      : recorded;
    const next = advance(policy, state, { at, value });
    state = seconds === lasted ? next.state : forgetful(next.state);
    secondsUnmeasured += lasted - seconds;
    const point = { at, value, replicas: state.replicas, reason: next.step.reason };
    points.push(point);
    if (state.replicas !== replicas) changes.push({ at, change: state.replicas - replicas, point });
    if (value > policy.scaleUp.above) secondsAbove += seconds;
    instanceHours += (state.replicas * seconds) / hourSeconds;
  }
  return {
    points,
    steps: changes.map(({ point }) => point),
    secondsAbove,
    secondsUnmeasured,
    instanceHours,
    replicasMax: points.reduce((most, { replicas }) => Math.max(most, replicas), start),
    flaps: flapsOf(changes),
  };
}

export interface Surge {
  readonly usual: number;
  readonly peak: number;
  readonly minutesRising: number;
  readonly minutesAtPeak: number;
}

const sampleSeconds = 30;
const restSeconds = hourSeconds;
const surgeMinutesMax = 1_440;

/** An imagined surge: up in a straight line, a while at the top, down again, an hour of rest. */
export function surgeTrace(surge: Surge, shared: boolean): Trace {
  const bounded = (minutes: number) => Math.min(surgeMinutesMax, Math.max(0, minutes)) * 60;
  const [rising, top] = [bounded(surge.minutesRising), bounded(surge.minutesAtPeak)];
  const end = 2 * rising + top + restSeconds;
  const samples: Sample[] = [];
  for (let at = 0; at <= end; at += sampleSeconds) {
    const fromEdge = Math.max(0, Math.min(at, 2 * rising + top - at));
    const inSurge = at <= 2 * rising + top;
    const share = !inSurge ? 0 : rising === 0 ? 1 : Math.min(1, fromEdge / rising);
    samples.push({ at, value: surge.usual + (surge.peak - surge.usual) * share });
  }
  return { shared, samples };
}
