import type { TicketSort } from "./sort";

/**
 * Sorts that stand in groups. A page begins after a mark, and the mark is a place in one order: so a
 * group brings the order within it along, and an order of its own choice has no groups.
 */
export const groupedSorts = ["turn", "status", "priority", "person", "sla"] as const;
export type GroupedSort = (typeof groupedSorts)[number];

export const plainSorts = ["updated", "newest", "oldest", "due", "waiting"] as const;

export const isGrouped = (sort: TicketSort): sort is GroupedSort =>
  groupedSorts.some((one) => one === sort);

/** How the tickets of one group stand. */
export const withinWords: Record<GroupedSort, string> = {
  turn: "Who waits longest comes first",
  status: "Who waits longest comes first",
  priority: "The last update comes first",
  person: "Who waits longest comes first",
  sla: "What is due soonest comes first",
};

/** Why a list that reaches into closed tickets has no groups: no index holds millions of them so. */
export const groupsActiveOnly = "Groups are for open tickets; this list reaches resolved ones";
