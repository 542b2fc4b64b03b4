import type { TicketStatus } from "./words";

const next: Record<TicketStatus, readonly TicketStatus[]> = {
  open: ["pending", "on_hold", "resolved"],
  pending: ["open", "on_hold", "resolved"],
  on_hold: ["open", "pending", "resolved"],
  resolved: ["open", "pending", "on_hold", "closed"],
  closed: [],
};

/** Whether a ticket may go from one status to another; closed is the end. */
export function mayBecome(from: TicketStatus, to: TicketStatus): boolean {
  return next[from].includes(to);
}

export function statusesAfter(from: TicketStatus): readonly TicketStatus[] {
  return next[from];
}

type StatusTimes = { status: TicketStatus; resolvedAt: Date | null; closedAt: Date | null };

/** The times that go with a status: resolved keeps its first time, reopening forgets both. */
export function withStatus<State extends StatusTimes>(
  state: State,
  to: TicketStatus,
  now: Date,
): State {
  if (to === "resolved") return { ...state, status: to, resolvedAt: now, closedAt: null };
  if (to === "closed")
    return { ...state, status: to, resolvedAt: state.resolvedAt ?? now, closedAt: now };
  return { ...state, status: to, resolvedAt: null, closedAt: null };
}
