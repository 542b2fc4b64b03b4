/** What a table of tickets can show beside custom fields, in the order in which it is offered. */
export const ticketColumns = [
  "subject",
  "status",
  "priority",
  "number",
  "requester",
  "organization",
  "assignee",
  "team",
  "sla",
  "waiting",
  "tags",
  "channel",
  "updated",
  "created",
  "words",
  "satisfaction",
] as const;
export type TicketColumn = (typeof ticketColumns)[number];

export const columnWords: Record<TicketColumn, string> = {
  subject: "Subject",
  status: "Status",
  priority: "Priority",
  number: "Number",
  requester: "Requester",
  organization: "Organization",
  assignee: "Assignee",
  team: "Team",
  sla: "SLA",
  waiting: "Waiting",
  tags: "Tags",
  channel: "Channel",
  updated: "Updated",
  created: "Created",
  words: "Last words",
  satisfaction: "Satisfaction",
};

/** A column of a table: one of those above or a custom field, and as wide as somebody made it. */
export type TableColumn = { readonly id: string; readonly width: number };

/** Widths in pixels of ordinary text; they grow with it. */
export const columnWidths = { min: 64, step: 32, max: 800 } as const;
export const columnsMax = 40;

const usualWidths: Readonly<Partial<Record<string, number>>> = {
  subject: 288,
  words: 320,
  status: 112,
  priority: 96,
  sla: 152,
  number: 96,
  channel: 96,
  satisfaction: 96,
};
export const usualWidth = (id: string): number => usualWidths[id] ?? 144;

/** A custom field as a column, called as filters call it. */
export const columnId = /^(?:[a-z]{1,20}|field\.[a-z0-9_]{1,60})$/;

export const firstColumns: readonly TableColumn[] = (
  [
    "status",
    "subject",
    "requester",
    "organization",
    "assignee",
    "priority",
    "sla",
    "updated",
  ] as const
).map((id) => ({ id, width: usualWidth(id) }));

/** A column a step further to the front or to the back. */
export function moved(
  columns: readonly TableColumn[],
  id: string,
  by: 1 | -1,
): readonly TableColumn[] {
  const from = columns.findIndex((one) => one.id === id);
  const column = columns[from];
  const to = from + by;
  if (column === undefined || to < 0 || to >= columns.length) return columns;
  return columns.toSpliced(from, 1).toSpliced(to, 0, column);
}

/** A column a step wider or narrower, within what can be read and what fits a screen. */
export function resized(
  columns: readonly TableColumn[],
  id: string,
  by: 1 | -1,
): readonly TableColumn[] {
  const { min, step, max } = columnWidths;
  return columns.map((one) =>
    one.id === id ? { ...one, width: Math.min(max, Math.max(min, one.width + by * step)) } : one,
  );
}

/** A column as wide as somebody dragged it, within the same. */
export function dragged(
  columns: readonly TableColumn[],
  id: string,
  width: number,
): readonly TableColumn[] {
  const { min, max } = columnWidths;
  const kept = Math.round(Math.min(max, Math.max(min, width)));
  return columns.map((one) => (one.id === id ? { ...one, width: kept } : one));
}

/** A column at the place of another, which gives way. */
export function dropped(
  columns: readonly TableColumn[],
  id: string,
  onId: string,
): readonly TableColumn[] {
  const from = columns.findIndex((one) => one.id === id);
  const to = columns.findIndex((one) => one.id === onId);
  const column = columns[from];
  if (column === undefined || to === -1) return columns;
  return columns.toSpliced(from, 1).toSpliced(to, 0, column);
}

/** Shown at the end, or hidden. The subject stays: it is what opens the ticket. */
export function toggled(columns: readonly TableColumn[], id: string): readonly TableColumn[] {
  if (id === "subject") return columns;
  const kept = columns.filter((one) => one.id !== id);
  if (kept.length < columns.length) return kept;
  return columns.length < columnsMax ? [...columns, { id, width: usualWidth(id) }] : columns;
}
