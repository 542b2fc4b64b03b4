import type { KeptClock, KeptState } from "./kept-clock";

/** What a ticket shows of its clocks in lists. */
export interface Shown {
  readonly state: KeptState | null;
  readonly dueAtMs: number | null;
}

type Facts = Pick<KeptClock, "state" | "dueAtMs" | "endedAtMs">;

const urgency: readonly KeptState[] = ["breached", "at_risk", "running", "paused", "met"];
const forever = Number.POSITIVE_INFINITY;

const moreUrgent = (one: Facts, other: Facts) =>
  urgency.indexOf(one.state) - urgency.indexOf(other.state) ||
  (one.dueAtMs ?? forever) - (other.dueAtMs ?? forever);

/**
 * The clock that needs somebody most: what is late before what is at risk before what runs, of equal
 * ones the one that runs out first. When all are over (or the ticket is), whether the promises were kept.
 */
export function shownOf(clocks: readonly Facts[], ticketIsDone: boolean): Shown {
  const open = ticketIsDone ? [] : clocks.filter((clock) => clock.endedAtMs === null);
  const [first] = open.toSorted(moreUrgent);
  if (first !== undefined) return { state: first.state, dueAtMs: first.dueAtMs };
  if (clocks.length === 0) return { state: null, dueAtMs: null };
  const broken = clocks.some((clock) => clock.state === "breached");
  return { state: broken ? "breached" : "met", dueAtMs: null };
}
