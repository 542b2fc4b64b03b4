import { bulk, sql, type Transaction } from "@/platform/database";
import { newId } from "@/platform/ids";
import { rowColumns, rowJoins, type StoredRow, toTicketRow } from "../queries/row";
import type { TicketRow } from "../schema";
import type { ActivityEntry } from "../steps";

/** The rows of several tickets as lists show them, in one statement. */
export async function rowsOf(tx: Transaction, ticketIds: readonly string[]): Promise<TicketRow[]> {
  if (ticketIds.length === 0) return [];
  const rows = await tx.rows<StoredRow>(sql`
    select ${rowColumns} from tickets ${rowJoins}
    where tickets.id = any(${ticketIds}::uuid[]) order by tickets.id`);
  return rows.map(toTicketRow);
}

/** The same entry in the history of several tickets, in one statement. */
export async function logActivities(
  tx: Transaction,
  about: { ticketIds: readonly string[]; actorId: string | null; at: Date },
  entry: ActivityEntry,
): Promise<void> {
  if (about.ticketIds.length === 0) return;
  const detail = JSON.stringify(entry.detail);
  const rows = about.ticketIds.map((ticketId) => [
    newId(about.at.getTime()),
    ticketId,
    about.actorId,
    entry.kind,
    detail,
    about.at,
  ]);
  await tx.rows(sql`
    insert into activity_logs (id, ticket_id, actor_id, kind, detail, created_at)
    values ${bulk(rows)}`);
}
