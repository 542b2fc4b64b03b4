/** The ticket's vocabulary: one spelling each for database, wire, filters and command line. */
export const ticketStatuses = ["open", "pending", "on_hold", "resolved", "closed"] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

/** Someone still has something to do or to wait for. About two tickets in a hundred. */
export const activeStatuses = ["open", "pending", "on_hold"] as const;

export const ticketPriorities = ["low", "medium", "high", "urgent"] as const;
export type TicketPriority = (typeof ticketPriorities)[number];

export const ticketChannels = ["web", "email", "chat", "api"] as const;
export type TicketChannel = (typeof ticketChannels)[number];

export const slaStates = ["running", "at_risk", "breached", "paused", "met"] as const;
export type SlaState = (typeof slaStates)[number];

/** The order in which somebody should look at promises; those without a clock come last. */
const slaOrder: readonly (SlaState | null)[] = [
  "breached",
  "at_risk",
  "running",
  "paused",
  "met",
  null,
];
export const slaGroupWords = ["Late", "At risk", "On time", "Paused", "Met", "No SLA"] as const;
export const slaRankOf = (state: SlaState | null): number => slaOrder.indexOf(state);

export const statusWords: Record<TicketStatus, string> = {
  open: "Open",
  pending: "Pending",
  on_hold: "On hold",
  resolved: "Resolved",
  closed: "Closed",
};

export const priorityWords: Record<TicketPriority, string> = {
  low: "Low",
  medium: "Medium",
  high: "High",
  urgent: "Urgent",
};

/** Priorities are stored as 1 to 4, so that they sort. */
export function priorityRank(priority: TicketPriority): number {
  return ticketPriorities.indexOf(priority) + 1;
}

export function priorityOfRank(rank: number): TicketPriority {
  return ticketPriorities[rank - 1] ?? "medium";
}

export function isActive(status: TicketStatus): boolean {
  return status === "open" || status === "pending" || status === "on_hold";
}
