import type { TicketStatus } from "./words";

/**
 * Who may move a ticket on: an agent, its requester, time (a resolved ticket closes by itself), and
 * a merge, which closes what it takes the messages from.
 */
export type Mover = "agent" | "requester" | "time" | "merge";

type Moves = Partial<Record<TicketStatus, readonly Mover[]>>;

/** Every status change that there is; what is not here is refused. Nobody reopens a closed one. */
export const transitions: Readonly<Record<TicketStatus, Moves>> = {
  open: {
    pending: ["agent"],
    on_hold: ["agent"],
    resolved: ["agent", "requester"],
    closed: ["merge"],
  },
  pending: {
    open: ["agent", "requester"],
    on_hold: ["agent"],
    resolved: ["agent", "requester"],
    closed: ["merge"],
  },
  on_hold: {
    open: ["agent", "requester"],
    pending: ["agent"],
    resolved: ["agent", "requester"],
    closed: ["merge"],
  },
  resolved: {
    open: ["agent", "requester"],
    pending: ["agent"],
    on_hold: ["agent"],
    closed: ["agent", "time", "merge"],
  },
  closed: {},
};

/** Whether a ticket may go from one status to another; closed is the end. */
export function mayBecome(from: TicketStatus, to: TicketStatus, by: Mover = "agent"): boolean {
  return transitions[from][to]?.includes(by) ?? false;
}

/** Where an agent may take it, in the order in which menus show it. */
export function statusesAfter(from: TicketStatus): readonly TicketStatus[] {
  const order: readonly TicketStatus[] = ["open", "pending", "on_hold", "resolved", "closed"];
  return order.filter((to) => mayBecome(from, to));
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
