import { monotonicMs } from "@/platform/clock";

/**
 * The server's time, carried on by the browser's monotonic clock: a computer whose own clock is
 * wrong still sees right ages and deadlines.
 */
export interface ServerClock {
  readonly firstMs: number;
  readonly nowMs: () => number;
  readonly sync: (serverNow: Date | string | number) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Lets the time run; before that (on the server, while hydrating) it stands at the first moment. */
  readonly start: () => () => void;
}

const tickMs = 1_000;

export function createServerClock(
  firstMs: number,
  monotonic: () => number = monotonicMs,
): ServerClock {
  const listeners = new Set<() => void>();
  let anchor: { readonly serverMs: number; readonly localMs: number } | undefined;
  let ticking: ReturnType<typeof setInterval> | undefined;
  const tell = () => {
    for (const listener of listeners) listener();
  };

  return {
    firstMs,
    nowMs: () => (anchor === undefined ? firstMs : anchor.serverMs + monotonic() - anchor.localMs),
    sync(serverNow) {
      anchor = { serverMs: new Date(serverNow).getTime(), localMs: monotonic() };
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      anchor ??= { serverMs: firstMs, localMs: monotonic() };
      ticking = setInterval(tell, tickMs);
      return () => clearInterval(ticking);
    },
  };
}
