import type { Stretch } from "./calendar";

export const ticketStatuses = ["open", "pending", "on_hold", "resolved", "closed"] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

/** What happened to a ticket, as far as clocks care. */
export type TicketEvent =
  | { readonly type: "created"; readonly atMs: number; readonly status?: TicketStatus | undefined }
  | { readonly type: "customer_message" | "agent_reply"; readonly atMs: number }
  | { readonly type: "status"; readonly atMs: number; readonly to: TicketStatus };

/** A status and for how long; the one that still lasts has no end (Infinity). */
export interface StatusStretch extends Stretch {
  readonly status: TicketStatus;
}

export interface TicketStory {
  readonly createdAtMs: number;
  readonly statuses: readonly StatusStretch[];
  /** Who wrote, in order; the creation is the customer's first message. */
  readonly messages: readonly { readonly by: "customer" | "agent"; readonly atMs: number }[];
}

export const isDone = (status: TicketStatus) => status === "resolved" || status === "closed";

/**
 * The story as of `nowMs`: in order of time, and of what happened at the same instant in the order in which it
 * was told, but creation first. What came before the creation or comes after now does not count. Null while
 * there is no ticket yet.
 */
export function readStory(events: readonly TicketEvent[], nowMs: number): TicketStory | null {
  const created = events.find((event) => event.type === "created");
  if (created?.type !== "created" || created.atMs > nowMs) return null;
  const createdAtMs = created.atMs;
  const later = events
    .filter(({ type, atMs }) => type !== "created" && atMs >= createdAtMs && atMs <= nowMs)
    .toSorted((a, b) => a.atMs - b.atMs);
  const statuses: StatusStretch[] = [];
  const messages: { by: "customer" | "agent"; atMs: number }[] = [
    { by: "customer", atMs: createdAtMs },
  ];
  let [status, sinceMs] = [created.status ?? "open", createdAtMs];
  for (const event of later) {
    if (event.type === "customer_message") messages.push({ by: "customer", atMs: event.atMs });
    if (event.type === "agent_reply") messages.push({ by: "agent", atMs: event.atMs });
    if (event.type !== "status" || event.to === status) continue;
    // A status that was changed again in the same instant has never been in force.
    if (event.atMs > sinceMs) statuses.push({ status, fromMs: sinceMs, toMs: event.atMs });
    [status, sinceMs] = [event.to, event.atMs];
  }
  statuses.push({ status, fromMs: sinceMs, toMs: Infinity });
  return { createdAtMs, statuses, messages };
}
