import { type Arrival, type Waited, withBacklog } from "./backlog";
import { type Known, latestKnown, quantileOf, weighted } from "./nearest";

export interface Weather {
  /** How many wait for a first reply now. */
  readonly backlog: number;
  /** Null where the back-test did not hold, or was too short: then nothing is claimed. */
  readonly msP50: number | null;
  readonly msP90: number | null;
  readonly tried: number;
  /** What share of the tried waits was not above the P50 and the P90 that were foretold for them. */
  readonly underP50: number | null;
  readonly underP90: number | null;
}

const knownMax = 500;
const learnFirst = 60;
const triedEnough = 100;
const triedMax = 400;
const settling = 200;
/** How fast the levels follow what came: a miss moves them by this much (Gibbs and Candès, 2021). */
const gain = 0.02;
const levelLowest = 0.02;
const levelHighest = 0.995;

const bounded = (level: number) => Math.min(levelHighest, Math.max(levelLowest, level));

interface Levels {
  readonly p50: number;
  readonly p90: number;
}

interface Foretold {
  readonly msP50: number;
  readonly msP90: number;
}

function foretell(
  asked: { askedMs: number; backlog: number },
  known: readonly Known[],
  levels: Levels,
): Foretold {
  const waits = weighted(asked, known);
  return { msP50: quantileOf(waits, levels.p50), msP90: quantileOf(waits, levels.p90) };
}

/** A level goes up after a wait that was longer than foretold, down after one that was not. */
const moved = (level: number, target: number, isUnder: boolean) =>
  bounded(level + gain * (target - (isUnder ? 1 : 0)));

interface Tried {
  readonly underP50: boolean;
  readonly underP90: boolean;
}

interface Course {
  readonly known: readonly Known[];
  readonly levels: Levels;
  readonly tried: readonly Tried[];
}

type Moment = { atMs: number; arrival: Arrival; isReply: boolean };

/**
 * Goes through what happened in the order in which it did: for each ticket that came it foretells
 * with what was known then, and learns from each reply when it was given, never before.
 */
function courseOf(arrivals: readonly Arrival[], nowMs: number): Course {
  const moments = arrivals
    .flatMap((arrival): Moment[] => {
      const came = { atMs: arrival.askedMs, arrival, isReply: false };
      return arrival.repliedMs === null
        ? [came]
        : [came, { atMs: arrival.repliedMs, arrival, isReply: true }];
    })
    .sort((a, b) => a.atMs - b.atMs);
  const known = latestKnown(knownMax);
  const open = new Map<Arrival, Foretold>();
  const tried: Tried[] = [];
  let levels: Levels = { p50: 0.5, p90: 0.9 };
  const learn = (foretold: Foretold, waitedMs: number) => {
    const [underP50, underP90] = [waitedMs <= foretold.msP50, waitedMs <= foretold.msP90];
    levels = { p50: moved(levels.p50, 0.5, underP50), p90: moved(levels.p90, 0.9, underP90) };
    tried.push({ underP50, underP90 });
  };
  // The levels need some tickets to settle before the first that counts.
  const foretoldFrom = arrivals.length - triedMax - settling;
  let came = 0;
  for (const { arrival, isReply } of moments) {
    if (!isReply) {
      came += 1;
      if (known.count() >= learnFirst && came > foretoldFrom)
        open.set(arrival, foretell(arrival, known.shortestFirst(), levels));
      continue;
    }
    const waitedMs = (arrival.repliedMs ?? arrival.askedMs) - arrival.askedMs;
    const foretold = open.get(arrival);
    open.delete(arrival);
    if (foretold !== undefined) learn(foretold, waitedMs);
    known.add({ askedMs: arrival.askedMs, backlog: arrival.backlog, waitedMs });
  }
  // Who waits longer than was foretold is a miss already, whenever the reply will come.
  for (const [{ askedMs, goneMs }, foretold] of open)
    if (goneMs === null && nowMs - askedMs > foretold.msP90) learn(foretold, nowMs - askedMs);
  return { known: known.shortestFirst(), levels, tried: tried.slice(-triedMax) };
}

const holds = (share: number, lowest: number, highest: number) =>
  share >= lowest && share <= highest;

/** The first reply's time for who asks now, where a back-test shows that such words can be trusted. */
export function weatherOf(tickets: readonly Waited[], nowMs: number): Weather {
  const { arrivals, waiting } = withBacklog(tickets);
  const { known, levels, tried } = courseOf(arrivals, nowMs);
  const shareOf = (isUnder: (one: Tried) => boolean) =>
    tried.length === 0 ? null : tried.filter(isUnder).length / tried.length;
  const underP50 = shareOf((one) => one.underP50);
  const underP90 = shareOf((one) => one.underP90);
  const isTrusted =
    tried.length >= triedEnough &&
    holds(underP50 ?? 0, 0.45, 0.55) &&
    holds(underP90 ?? 0, 0.85, 0.95);
  const now = isTrusted ? foretell({ askedMs: nowMs, backlog: waiting }, known, levels) : null;
  return {
    backlog: waiting,
    msP50: now?.msP50 ?? null,
    msP90: now === null ? null : Math.max(now.msP50, now.msP90),
    tried: tried.length,
    underP50,
    underP90,
  };
}
