import type { TicketSort } from "@/modules/tickets/client";

export type View = {
  id: string;
  name: string;
  /** In the one filter language. */
  filter: string;
  sort: TicketSort;
  /** The number key that opens it, 1 to 9. */
  pin: number | null;
};

/** What everybody has from the first day on. */
export const standardViews: readonly View[] = [
  {
    id: "mine",
    name: "Mine",
    filter: "status:open assignee:me snoozed:none",
    sort: "waiting",
    pin: 1,
  },
  {
    id: "unassigned",
    name: "Unassigned",
    filter: "status:open assignee:none snoozed:none",
    sort: "waiting",
    pin: 2,
  },
  { id: "open", name: "All open", filter: "status:open snoozed:none", sort: "updated", pin: 3 },
  {
    id: "urgent",
    name: "Urgent",
    filter: "status:open,pending,on_hold priority:urgent",
    sort: "updated",
    pin: 4,
  },
  {
    id: "pending",
    name: "Waiting for requester",
    filter: "status:pending",
    sort: "updated",
    pin: 5,
  },
  {
    id: "on-hold",
    name: "Waiting for third party",
    filter: "status:on_hold",
    sort: "updated",
    pin: 6,
  },
  {
    id: "active",
    name: "All active",
    filter: "status:open,pending,on_hold",
    sort: "updated",
    pin: 7,
  },
  {
    id: "snoozed",
    name: "Snoozed",
    filter: "status:open,pending,on_hold -snoozed:none",
    sort: "updated",
    pin: 9,
  },
  { id: "resolved", name: "Resolved", filter: "status:resolved", sort: "updated", pin: 8 },
];
