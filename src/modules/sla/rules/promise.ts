import type { TicketPriority } from "@/modules/tickets/client";
import type { ClockPolicy, PauseOn } from "./clock";
import type { Metric } from "./metrics";

/** Business minutes by priority; what is left out is not promised. */
export type TargetsByPriority = Readonly<Partial<Record<TicketPriority, number | undefined>>>;

/** What a policy promises, without the tickets that it is about. */
export interface Promised {
  readonly targets: Readonly<Record<Metric, TargetsByPriority>>;
  readonly pauseOn: PauseOn;
  /** A clock is at risk when at most this share of its target is left; 0: never before it is late. */
  readonly riskShare: number;
}

/** The promise to a ticket: the priority that it has now counts from its first moment on. */
export function policyFor(promised: Promised, priority: TicketPriority): ClockPolicy {
  const { targets, pauseOn } = promised;
  return {
    targets: {
      firstResponse: targets.firstResponse[priority],
      nextResponse: targets.nextResponse[priority],
      resolution: targets.resolution[priority],
    },
    pauseOn,
  };
}
