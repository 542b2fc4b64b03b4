import { statusWords, type TicketRow } from "@/modules/tickets/client";
import { isRecord, isText } from "@/platform/shape";

/** Who changed which fields; null for an event that does not say it. */
function told(payload: unknown): { fields: Set<unknown>; by: { id: string; name: string } } | null {
  if (!isRecord(payload) || !Array.isArray(payload.changes) || !isRecord(payload.by)) return null;
  const { id, name } = payload.by;
  if (!isText(id) || !isText(name)) return null;
  const fields = payload.changes.map((change: unknown) =>
    isRecord(change) ? change.field : undefined,
  );
  return { fields: new Set(fields), by: { id, name } };
}

/** Why a row does not belong to a list any more, in a few words: "resolved by Mia". */
export function leavingReason(payload: unknown, row: TicketRow, meId: string): string {
  const event = told(payload);
  if (event === null) return statusWords[row.status].toLocaleLowerCase();
  const { fields } = event;
  const by = event.by.id === meId ? "you" : event.by.name;
  if (fields.has("mergedInto") && row.mergedInto !== null) return `merged into #${row.mergedInto}`;
  if (fields.has("status")) return `${statusWords[row.status].toLocaleLowerCase()} by ${by}`;
  if (fields.has("snoozedUntil") && row.snoozedUntil !== null) return `snoozed by ${by}`;
  if (fields.has("assigneeId"))
    return row.assignee === null
      ? `unassigned by ${by}`
      : row.assignee.id === event.by.id
        ? `taken by ${by}`
        : `assigned to ${row.assignee.id === meId ? "you" : row.assignee.name} by ${by}`;
  return `changed by ${by}`;
}
