import type { TicketRow } from "@/modules/tickets/client";

const begin = new Date(0).toISOString();

/** A row as lists get it, for rules that no database is needed for. */
export const aTicketRow = (more: Partial<TicketRow> = {}): TicketRow => ({
  id: "a",
  number: 10_000,
  subject: "A leak",
  status: "open",
  priority: "medium",
  channel: "web",
  requester: { id: "anna", name: "Anna" },
  organization: null,
  assignee: null,
  team: null,
  tags: [],
  fields: {},
  participantIds: [],
  version: 1,
  nextDueAt: null,
  slaState: null,
  waitingSince: null,
  lastWords: "",
  satisfaction: null,
  snoozedUntil: null,
  mergedInto: null,
  synthetic: false,
  createdAt: begin,
  updatedAt: begin,
  lastMessageAt: begin,
  resolvedAt: null,
  ...more,
});
