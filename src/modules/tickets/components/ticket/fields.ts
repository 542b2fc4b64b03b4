import {
  priorityWords,
  statusWords,
  type TicketPriority,
  type TicketRow,
  type TicketStatus,
} from "@/modules/tickets/client";

/** A change as a person makes it: one field, to what, and how that is called. */
export type FieldEdit =
  | { field: "status"; to: TicketStatus }
  | { field: "priority"; to: TicketPriority }
  | { field: "assigneeId"; to: { id: string; name: string } | null }
  | { field: "teamId"; to: { id: string; name: string } | null };

export type Field = FieldEdit["field"];

export const fieldWords: Record<Field, string> = {
  status: "Status",
  priority: "Priority",
  assigneeId: "Assignee",
  teamId: "Team",
};

/** The ticket as it looks once the change is done. */
export function edited<Row extends TicketRow>(row: Row, edit: FieldEdit): Row {
  switch (edit.field) {
    case "status":
      return { ...row, status: edit.to };
    case "priority":
      return { ...row, priority: edit.to };
    case "assigneeId":
      return { ...row, assignee: edit.to };
    case "teamId":
      return { ...row, team: edit.to };
  }
}

/** The change that leads back to what a row says now. */
export function opposite(row: TicketRow, field: Field): FieldEdit {
  switch (field) {
    case "status":
      return { field, to: row.status };
    case "priority":
      return { field, to: row.priority };
    case "assigneeId":
      return { field, to: row.assignee };
    case "teamId":
      return { field, to: row.team };
  }
}

/** A change as the API takes it. */
export function changesOf(edit: FieldEdit) {
  switch (edit.field) {
    case "status":
      return { status: edit.to };
    case "priority":
      return { priority: edit.to };
    case "assigneeId":
      return { assigneeId: edit.to?.id ?? null };
    case "teamId":
      return { teamId: edit.to?.id ?? null };
  }
}

/** The value alone: "Pending", "Mia Lund", "nobody". */
export function valueWords(edit: FieldEdit): string {
  switch (edit.field) {
    case "status":
      return statusWords[edit.to];
    case "priority":
      return priorityWords[edit.to];
    case "assigneeId":
      return edit.to?.name ?? "nobody";
    case "teamId":
      return edit.to?.name ?? "no team";
  }
}

/** What was done, for the line that offers to take it back. */
export function doneWords(edit: FieldEdit, row: TicketRow): string {
  const value = valueWords(edit);
  switch (edit.field) {
    case "assigneeId":
      return edit.to === null ? `#${row.number} unassigned` : `#${row.number} assigned to ${value}`;
    case "status":
    case "priority":
    case "teamId":
      return `#${row.number}: ${fieldWords[edit.field].toLocaleLowerCase()} ${value}`;
  }
}

export const isSameEdit = (one: FieldEdit, other: FieldEdit): boolean =>
  JSON.stringify(changesOf(one)) === JSON.stringify(changesOf(other));
