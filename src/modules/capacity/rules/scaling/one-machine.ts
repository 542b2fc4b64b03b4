import type { StepPolicy, StepState } from "../step-policy";
import { type Decision, decideNow } from "./decide";

/** Processes of one kind on a machine, and what their rule looks at. */
export interface Group<Subject extends string = string> {
  readonly subject: Subject;
  readonly policy: StepPolicy;
  readonly before: StepState | null;
  readonly running: number;
  readonly value: number | null;
  /** What one of its processes is given of the machine. */
  readonly coresEach: number;
}

export interface Machine {
  readonly cores: number;
  /** What all processes together are given now, whether a rule scales them or not. */
  readonly coresGiven: number;
}

export interface Carried<Subject extends string = string> extends Decision {
  readonly subject: Subject;
  readonly running: number;
  readonly value: number | null;
  /** One process more, one fewer, or neither. */
  readonly change: 1 | 0 | -1;
}

const rounded = (cores: number) => Math.round(cores * 100) / 100;
/** Shares are sums of decimals. */
const hair = 1e-6;

/** A rule gives bounds; who stands outside of them comes back a process at a time. */
function decided({ policy, before, running, value }: Group, at: number): Decision {
  const decision = decideNow({ policy, before, running, at, value });
  const isOutside = running < policy.min || running > policy.max;
  if (!isOutside) return decision;
  const bound = running < policy.min ? "below the minimum" : "above the maximum";
  const replicas = running < policy.min ? running + 1 : running - 1;
  return {
    ...decision,
    kind: "step",
    replicas,
    reason: `${running} is ${bound} of ${policy.min} to ${policy.max}: ${running} to ${replicas}`,
  };
}

/**
 * What is started and stopped now. The rules are those of every installation; one machine adds that
 * nothing starts beyond its cores. What was held for want of them is asked for again as soon as
 * there is room, so a held step starts no cooldown. Groups come in the order of their importance,
 * and what one of them lets go is there for another at the next look.
 */
export function decideForMachine<Subject extends string>(
  groups: readonly Group<Subject>[],
  machine: Machine,
  at: number,
): Carried<Subject>[] {
  let given = machine.coresGiven;
  return groups.map((group) => {
    const { subject, running, value, coresEach, before } = group;
    const decision = decided(group, at);
    const said = { subject, running, value };
    const change = Math.sign(decision.replicas - running);
    if (change < 0) return { ...said, ...decision, change: -1 };
    if (change === 0) return { ...said, ...decision, change: 0 };
    if (given + coresEach > machine.cores + hair) {
      const full = `held: machine full, ${rounded(given)} of its ${machine.cores} cores are given and one more needs ${rounded(coresEach)}`;
      const { aboveSince } = decision.state;
      const state: StepState = {
        replicas: running,
        aboveSince: before?.aboveSince ?? aboveSince,
        belowSince: null,
        lastStepAt: before?.lastStepAt ?? null,
      };
      const reason = `${full}; ${decision.reason}`;
      return { ...said, kind: "held", replicas: running, reason, state, change: 0 };
    }
    given += coresEach;
    return { ...said, ...decision, change: 1 };
  });
}
