import * as z from "zod";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";

export const trashInput = z.object({
  cursor: z.object({ at: z.iso.datetime(), id: z.uuid() }).optional(),
});

export type TrashedTicket = {
  id: string;
  number: number;
  subject: string;
  requester: string;
  by: string;
  at: string;
};

/** What lies in the trash, the newest first. */
export async function trashPage({ cursor }: z.output<typeof trashInput>) {
  const below =
    cursor === undefined
      ? sql`true`
      : sql`(ticket_trash.trashed_at, ticket_trash.ticket_id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`;
  const rows = await db.write.rows<Omit<TrashedTicket, "at"> & { trashed_at: Date }>(sql`
    select tickets.id, tickets.number, tickets.subject, requester.email::text as requester,
      trasher.name as by, ticket_trash.trashed_at
    from ticket_trash
    join tickets on tickets.id = ticket_trash.ticket_id
    join users requester on requester.id = tickets.requester_id
    join users trasher on trasher.id = ticket_trash.trashed_by
    where ticket_trash.emptied_at is null and ${below}
    order by ticket_trash.trashed_at desc, ticket_trash.ticket_id desc
    limit ${raw(String(limits.trashBatchRows))}`);
  const last = rows.at(-1);
  const isFull = last !== undefined && rows.length === limits.trashBatchRows;
  return {
    tickets: rows.map(
      ({ trashed_at, ...row }): TrashedTicket => ({ ...row, at: trashed_at.toISOString() }),
    ),
    next: isFull ? { at: last.trashed_at.toISOString(), id: last.id } : null,
  };
}
