export const ticketSorts = [
  "updated",
  "newest",
  "oldest",
  "priority",
  "due",
  "waiting",
  "turn",
] as const;
export type TicketSort = (typeof ticketSorts)[number];

export const sortWords: Record<TicketSort, string> = {
  updated: "Last update",
  newest: "Newest",
  oldest: "Oldest",
  priority: "Priority",
  due: "SLA due",
  waiting: "Time waiting",
  turn: "Whose turn",
};

/** Whether a sort goes from the smallest to the largest. All its columns go the same way. */
export function ascends(sort: TicketSort): boolean {
  return sort === "oldest" || sort === "due" || sort === "waiting" || sort === "turn";
}
