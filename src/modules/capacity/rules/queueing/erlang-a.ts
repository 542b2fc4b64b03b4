import { type ImpatientQueue, servedShareOfWaiting } from "./offered-wait";

export interface Impatience {
  /** The share of arrivals that find every server busy. */
  readonly waits: number;
  /** The share of all who come that leave before they are served. */
  readonly abandoned: number;
  /** Over all who come, the time until they are served or leave. */
  readonly meanWaitSeconds: number;
}

/** Terms this much smaller than what is summed already change no digit of it. */
const negligible = 1e-22;

/**
 * Exact for any size: the chain of how many are there is walked from its most likely state outwards,
 * with that state's weight as 1, so that every weight lies between 0 and 1 and only as many are
 * visited as matter (some multiple of the square root of the load).
 */
export function impatientQueue(queue: ImpatientQueue): Impatience {
  const { servers, arrivalsPerSecond, serviceSeconds, patienceSeconds } = queue;
  if (arrivalsPerSecond === 0) return { waits: 0, abandoned: 0, meanWaitSeconds: 0 };
  const leavesPerSecond = (present: number) =>
    Math.min(present, servers) / serviceSeconds + Math.max(0, present - servers) / patienceSeconds;
  const load = arrivalsPerSecond * serviceSeconds;
  const mode =
    load < servers
      ? Math.floor(load)
      : servers + Math.floor(patienceSeconds * (arrivalsPerSecond - servers / serviceSeconds));

  let idle = 0;
  let busy = 0;
  let queued = 0;
  const visit = (present: number, weight: number) => {
    if (present < servers) idle += weight;
    else busy += weight;
    if (present > servers) queued += (present - servers) * weight;
  };

  visit(mode, 1);
  let weight = 1;
  for (let present = mode; present > 0 && weight > negligible * (idle + busy); present--) {
    weight *= leavesPerSecond(present) / arrivalsPerSecond;
    visit(present - 1, weight);
  }
  weight = 1;
  for (let present = mode + 1; weight > 0; present++) {
    weight *= arrivalsPerSecond / leavesPerSecond(present);
    visit(present, weight);
    if (present > servers && (present - servers) * weight <= negligible * queued) break;
  }

  const total = idle + busy;
  // Little's law: the mean queue is what comes per second times how long it stays.
  const meanWaitSeconds = queued / total / arrivalsPerSecond;
  return { waits: busy / total, abandoned: meanWaitSeconds / patienceSeconds, meanWaitSeconds };
}

/** The share of all who come that is served within so many seconds; who leaves is not served. */
export function servedWithinShare(queue: ImpatientQueue, withinSeconds: number): number {
  const { waits } = impatientQueue(queue);
  if (waits === 0) return 1;
  return 1 - waits + waits * servedShareOfWaiting(queue, withinSeconds);
}

/** The fewest servers from `serversMin` on that serve this share of all who come in time; null if none. */
export function fewestForImpatient(
  queue: Omit<ImpatientQueue, "servers">,
  target: { readonly withinSeconds: number; readonly share: number },
  serversMin: number,
): number | null {
  if (target.share >= 1 && queue.arrivalsPerSecond > 0) return null;
  const serves = (servers: number) =>
    servedWithinShare({ ...queue, servers }, target.withinSeconds) >= target.share;
  let tooFew = Math.max(0, serversMin - 1);
  let enough = tooFew + 1;
  while (!serves(enough)) {
    tooFew = enough;
    enough *= 2;
  }
  // More servers never serve fewer in time, so the border lies between the two.
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (serves(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
