import { raw, sql, type Transaction } from "@/platform/database";
import { limits } from "@/platform/limits";

const batch = raw(String(limits.probeForgetRows));

/** Tickets of probes that have done their work; what admins call spam is none of these. */
export async function probeTicketsBefore(tx: Transaction, before: Date): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    select tickets.id from users join tickets on tickets.requester_id = users.id
    where users.synthetic and tickets.synthetic and tickets.created_at < ${before}
    order by tickets.id limit ${batch} for update of tickets skip locked`);
  return rows.map(({ id }) => id);
}

/** Removes them with what is kept of them here; their messages must be gone. */
export async function removeProbeTickets(
  tx: Transaction,
  ticketIds: readonly string[],
): Promise<void> {
  const ids = [...ticketIds];
  await tx.rows(sql`delete from activity_logs where ticket_id = any(${ids}::uuid[])`);
  await tx.rows(sql`delete from tickets where id = any(${ids}::uuid[])`);
}
