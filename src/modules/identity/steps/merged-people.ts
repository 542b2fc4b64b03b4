import type { CommandTx } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { accessChanged } from "../events";

export type MergingPerson = {
  id: string;
  name: string;
  role: string;
  organization_id: string | null;
  suspended_at: Date | null;
  merged_into: string | null;
};

/**
 * Loads and locks two people in the order of their ids, so that two merges never wait for each
 * other; rows that refer to them can still be written.
 * @throws AppError `person_not_found`.
 */
export async function peopleForMerge(
  tx: CommandTx,
  ids: readonly [string, string],
): Promise<[MergingPerson, MergingPerson]> {
  const rows = await tx.rows<MergingPerson>(sql`
    select id, name, role, organization_id, suspended_at, merged_into from users
    where id = any(${ids}::uuid[]) order by id for no key update`);
  const [one, other] = ids.map((id) => rows.find((row) => row.id === id));
  if (one === undefined || other === undefined) throw new AppError("person_not_found");
  return [one, other];
}

/** Shuts an account whose owner goes on with another one. */
export async function retirePerson(
  tx: CommandTx,
  userId: string,
  intoId: string,
  at: Date,
): Promise<void> {
  await tx.rows(sql`
    update users set merged_into = ${intoId}, suspended_at = coalesce(suspended_at, ${at}),
      updated_at = ${at} where id = ${userId}`);
  tx.append(accessChanged.make({ userId, reason: "suspended", session: null }));
}

/** Opens it again, unless it was shut before. */
export async function restorePerson(
  tx: CommandTx,
  userId: string,
  suspendedAt: Date | null,
  at: Date,
): Promise<void> {
  await tx.rows(sql`
    update users set merged_into = null, suspended_at = ${suspendedAt}, updated_at = ${at}
    where id = ${userId}`);
  tx.append(accessChanged.make({ userId, reason: "reinstated", session: null }));
}
