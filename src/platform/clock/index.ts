/**
 * The only place that asks the machine for the time. Rules take `now` as an argument; everything
 * else calls these, so that a test can move time instead of sleeping.
 */
const offsetKey = Symbol.for("insightdesk.clock.v1");

type ClockHolder = typeof globalThis & {
  [offsetKey]?: { offsetMs: number; fixedMs: number | null };
};

function holder() {
  const shared: ClockHolder = globalThis;
  shared[offsetKey] ??= { offsetMs: 0, fixedMs: null };
  return shared[offsetKey];
}

/** Wall-clock milliseconds since the epoch. */
export function nowMs(): number {
  const { fixedMs, offsetMs } = holder();
  return fixedMs ?? Date.now() + offsetMs;
}

/** Wall-clock time. */
export function now(): Date {
  return new Date(nowMs());
}

/** Milliseconds that never go back; only differences mean something. */
export function monotonicMs(): number {
  return performance.now();
}

/** For tests: time stands at `at` until it is moved again; null lets it run. */
export function setClock(at: Date | null): void {
  holder().fixedMs = at === null ? null : at.getTime();
}
