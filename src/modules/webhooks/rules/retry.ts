const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** How long to wait after the first, second, ... attempt; the last goes on until the turn is over. */
const waitsMs = [
  5 * secondMs,
  30 * secondMs,
  2 * minuteMs,
  10 * minuteMs,
  30 * minuteMs,
  hourMs,
  2 * hourMs,
  4 * hourMs,
  6 * hourMs,
];
const longestWaitMs = 12 * hourMs;

type Turn = {
  readonly turnAtMs: number;
  /** How many attempts this turn has had, the one that just failed among them. */
  readonly attempts: number;
  readonly nowMs: number;
  /** For how long one goes on trying. */
  readonly patienceMs: number;
  /** What the receiver asked for. */
  readonly retryAfterMs: number | null;
  /** From 0 to 1, so that many that failed together do not come back together. */
  readonly chance: number;
};

/** When the next attempt is due; null when it has been tried for long enough. */
export function nextAttemptAtMs(turn: Turn): number | null {
  const { turnAtMs, attempts, nowMs, patienceMs, retryAfterMs, chance } = turn;
  const usual = waitsMs[attempts - 1] ?? longestWaitMs;
  const spread = usual * (0.9 + 0.2 * chance);
  const wait = Math.min(Math.max(spread, retryAfterMs ?? 0), longestWaitMs);
  const at = Math.round(nowMs + wait);
  return at > turnAtMs + patienceMs ? null : at;
}

/** `Retry-After` as seconds or as a date; null where it says neither. */
export function retryAfterMs(header: string | undefined, nowMs: number): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * secondMs;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}
