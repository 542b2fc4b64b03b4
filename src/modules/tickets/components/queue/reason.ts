import * as z from "zod/mini";
import { statusWords, type TicketRow } from "@/modules/tickets/client";

const told = z.object({
  changes: z.array(z.object({ field: z.string() })),
  by: z.object({ id: z.string(), name: z.string() }),
});

/** Why a row does not belong to a list any more, in a few words: "resolved by Mia". */
export function leavingReason(payload: unknown, row: TicketRow, meId: string): string {
  const event = told.safeParse(payload);
  if (!event.success) return statusWords[row.status].toLocaleLowerCase();
  const by = event.data.by.id === meId ? "you" : event.data.by.name;
  const fields = new Set(event.data.changes.map((change) => change.field));
  if (fields.has("mergedInto") && row.mergedInto !== null) return `merged into #${row.mergedInto}`;
  if (fields.has("status")) return `${statusWords[row.status].toLocaleLowerCase()} by ${by}`;
  if (fields.has("snoozedUntil") && row.snoozedUntil !== null) return `snoozed by ${by}`;
  if (fields.has("assigneeId"))
    return row.assignee === null
      ? `unassigned by ${by}`
      : row.assignee.id === event.data.by.id
        ? `taken by ${by}`
        : `assigned to ${row.assignee.id === meId ? "you" : row.assignee.name} by ${by}`;
  return `changed by ${by}`;
}
