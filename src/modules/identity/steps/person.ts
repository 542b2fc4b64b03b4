import type { Role } from "@/platform/auth/actor";
import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { mayLoseAdmin } from "../rules/last-admin";

export type Person = { id: string; role: Role; suspendedAt: Date | null };

/**
 * Loads and locks a person for a change of what they may. All admins are locked first and in one
 * order, so that two of them cannot remove each other at the same moment.
 * @throws AppError `person_not_found`.
 */
export async function personForUpdate(
  tx: Transaction,
  userId: string,
): Promise<{ person: Person; mayLoseAdmin: boolean }> {
  const admins = await tx.rows<{ id: string }>(sql`
    select id from users where role = 'admin' and suspended_at is null order by id for update`);
  const row = await tx.first<{ id: string; role: Role; suspended_at: Date | null }>(sql`
    select id, role, suspended_at from users where id = ${userId} for update`);
  if (row === undefined) throw new AppError("person_not_found");
  return {
    person: { id: row.id, role: row.role, suspendedAt: row.suspended_at },
    mayLoseAdmin: mayLoseAdmin(admins, row.id),
  };
}
