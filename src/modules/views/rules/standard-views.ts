import type { View } from "./view";

type Standard = Pick<View, "id" | "name" | "filter" | "sort" | "pin">;

/** What everybody has from the first day on. */
const standard: readonly Standard[] = [
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

export const standardViews: readonly View[] = standard.map((view) => ({
  ...view,
  audience: "standard",
  teamId: null,
  sharedWith: null,
  mayEdit: false,
  display: null,
  ownDisplay: false,
  version: 1,
  note: null,
}));
