import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";

/**
 * An assignee works here and is not suspended; a team exists.
 * @throws AppError `person_not_found` or `team_not_found`.
 */
export async function checkAssignment(
  tx: Transaction,
  wanted: { assigneeId?: string | null | undefined; teamId?: string | null | undefined },
): Promise<void> {
  if (wanted.assigneeId !== null && wanted.assigneeId !== undefined) {
    const agent = await tx.first(sql`
      select id from users
      where id = ${wanted.assigneeId} and role <> 'customer' and suspended_at is null
      for key share`);
    if (agent === undefined) throw new AppError("person_not_found");
  }
  if (wanted.teamId !== null && wanted.teamId !== undefined) {
    const team = await tx.first(
      sql`select id from teams where id = ${wanted.teamId} and archived_at is null for share`,
    );
    if (team === undefined) throw new AppError("team_not_found");
  }
}
