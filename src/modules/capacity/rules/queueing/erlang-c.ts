import { blockedShare } from "./erlang-b";

export const waitPercentiles = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 } as const;
export type WaitPercentile = keyof typeof waitPercentiles;

export interface WaitingQueue {
  readonly stable: boolean;
  /** The share of arrivals that have to wait. */
  readonly waits: number;
  readonly meanWaitSeconds: number | null;
  readonly meanQueue: number | null;
  readonly waitSeconds: Readonly<Record<WaitPercentile, number | null>>;
}

/** 0.57 a second times 100 s is 56.99999999999999 to a machine: exactly as much as 57 servers do is too much. */
const rounding = 1e-12;

/** Whether the servers do more than comes; only then does the queue have an end. */
export const isStable = (servers: number, load: number) => servers - load > load * rounding;

/** The share of arrivals that wait, from the share that the same servers would turn away. */
export const waitingShareOf = (blocked: number, servers: number, load: number) =>
  (servers * blocked) / (servers - load + load * blocked);

/** The share that is served within so many seconds; the wait of those who wait is exponential. */
export const withinShareOf = (
  waits: number,
  servers: number,
  load: number,
  serviceSeconds: number,
  withinSeconds: number,
) => 1 - waits * Math.exp((-(servers - load) * withinSeconds) / serviceSeconds);

/** Poisson arrivals, exponential service, everybody waits as long as it takes (M/M/c). */
export function waitingQueue(servers: number, load: number, serviceSeconds: number): WaitingQueue {
  if (!isStable(servers, load)) {
    return {
      stable: false,
      waits: 1,
      meanWaitSeconds: null,
      meanQueue: null,
      waitSeconds: { p50: null, p90: null, p95: null, p99: null },
    };
  }
  const waits = waitingShareOf(blockedShare(servers, load), servers, load);
  const spareSeconds = serviceSeconds / (servers - load);
  // The wait that a share of `q` does not exceed: where 1 - waits * exp(-t / spareSeconds) reaches it.
  const percentile = (q: number) => {
    const beyond = waits / (1 - q);
    return beyond > 1 ? spareSeconds * Math.log(beyond) : 0;
  };
  return {
    stable: true,
    waits,
    meanWaitSeconds: waits * spareSeconds,
    meanQueue: (waits * load) / (servers - load),
    waitSeconds: {
      p50: percentile(waitPercentiles.p50),
      p90: percentile(waitPercentiles.p90),
      p95: percentile(waitPercentiles.p95),
      p99: percentile(waitPercentiles.p99),
    },
  };
}

/** The fewest servers from `serversMin` on of whose arrivals this share is served in time; null if none. */
export function fewestForWait(
  load: number,
  serviceSeconds: number,
  target: { readonly withinSeconds: number; readonly share: number },
  serversMin: number,
): number | null {
  if (target.share >= 1 && load > 0) return null;
  let servers = Math.max(1, serversMin, Math.floor(load));
  while (!isStable(servers, load)) servers += 1;
  let blocked = blockedShare(servers, load);
  for (;;) {
    const waits = waitingShareOf(blocked, servers, load);
    const within = withinShareOf(waits, servers, load, serviceSeconds, target.withinSeconds);
    if (within >= target.share) return servers;
    servers += 1;
    blocked = (load * blocked) / (servers + load * blocked);
  }
}
