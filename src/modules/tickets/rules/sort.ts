export const ticketSorts = [
  "updated",
  "newest",
  "oldest",
  "priority",
  "due",
  "waiting",
  "turn",
  "status",
  "person",
  "sla",
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
  status: "Status",
  person: "Person",
  sla: "SLA",
};

/** Whether a sort goes from the smallest to the largest. All its columns go the same way. */
export function ascends(sort: TicketSort): boolean {
  return sort !== "updated" && sort !== "newest" && sort !== "priority";
}
