/** A ticket of a queue: when it came, and when it had its first reply or went without one. */
export interface Waited {
  readonly askedMs: number;
  /** Null while nobody replied. */
  readonly repliedMs: number | null;
  /** When it was closed without a reply; it stopped waiting then and tells nothing. */
  readonly goneMs: number | null;
}

export interface Arrival extends Waited {
  /** How many waited for their first reply when it came. */
  readonly backlog: number;
}

const endOf = ({ repliedMs, goneMs }: Waited) => repliedMs ?? goneMs ?? Number.POSITIVE_INFINITY;

/** Each ticket with what lay before it, in the order in which they came; and what waits at the end. */
export function withBacklog(tickets: readonly Waited[]): { arrivals: Arrival[]; waiting: number } {
  const ordered = tickets.toSorted((a, b) => a.askedMs - b.askedMs);
  const ends = ordered.map(endOf).sort((a, b) => a - b);
  let ended = 0;
  const arrivals = ordered.map((ticket, came) => {
    while ((ends[ended] ?? Number.POSITIVE_INFINITY) <= ticket.askedMs) ended += 1;
    // What ended by now had come by now: a ticket ends after it begins.
    return { ...ticket, backlog: Math.max(0, came - ended) };
  });
  const waiting = ends.filter((end) => end === Number.POSITIVE_INFINITY).length;
  return { arrivals, waiting };
}
