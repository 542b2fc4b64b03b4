import { advance, initialState, type StepPolicy, type StepState } from "../step-policy";

export interface Decision {
  readonly kind: "step" | "held" | "idle" | "unmeasured";
  readonly replicas: number;
  readonly reason: string;
  readonly state: StepState;
}

export interface Evaluated {
  readonly policy: StepPolicy;
  /** What was remembered last; null at first, or when that is too long ago to go on from. */
  readonly before: StepState | null;
  /** How many really run: a step that nobody carried out is asked for again. */
  readonly running: number;
  /** In seconds. */
  readonly at: number;
  /** Null where nobody measured. */
  readonly value: number | null;
}

/** What a rule asks for now, with its reason; without a measure it asks for nothing and forgets. */
export function decideNow({ policy, before, running, at, value }: Evaluated): Decision {
  const replicas = Math.min(policy.max, Math.max(policy.min, running));
  const known: StepState = { ...(before ?? initialState(replicas)), replicas };
  if (value === null || !Number.isFinite(value)) {
    const state = { ...known, aboveSince: null, belowSince: null };
    const reason = `${policy.metric} is not measured: ${replicas} as before`;
    return { kind: "unmeasured", replicas, reason, state };
  }
  const { state, step } = advance(policy, known, { at, value });
  const isStep = state.replicas !== replicas;
  const isWaiting = state.aboveSince !== null || state.belowSince !== null;
  // At its bound a rule has nothing to hold back: a quiet night is no news.
  const isAtRest = state.belowSince !== null && replicas <= policy.min;
  const kind = isStep ? "step" : isWaiting && !isAtRest ? "held" : "idle";
  return { kind, replicas: state.replicas, reason: step.reason, state };
}
