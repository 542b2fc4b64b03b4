import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import type { Ticket } from "../rules/ticket";

/**
 * Only customers are in copy, each once, and never who asked: they have it anyway. Who is there
 * already stays, though they were suspended since.
 * @throws AppError `person_not_found`.
 */
export async function checkParticipants(
  tx: Transaction,
  ticket: Ticket,
  wanted: readonly string[] | undefined,
): Promise<void> {
  const added = (wanted ?? []).filter((id) => !ticket.participantIds.includes(id));
  if (added.length === 0) return;
  const found = await tx.rows(sql`
    select id from users
    where id = any(${added}::uuid[]) and role = 'customer' and suspended_at is null
      and id <> ${ticket.requesterId}
    for key share`);
  if (found.length < added.length || new Set(wanted).size < (wanted ?? []).length)
    throw new AppError("person_not_found");
}
