import type { Actor } from "@/platform/auth/actor";
import { raw, type Sql, sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { mayKeep, type Owned } from "./rules/scope";

/** Which of a table somebody may use: the same as `mayUse`, and a property test keeps them equal. */
export function usable(actor: Actor, table: "canned_responses" | "macros"): Sql {
  if (actor.audience === "customer") return sql`false`;
  const row = raw(table);
  const inTeam =
    actor.audience === "admin"
      ? sql`true`
      : sql`exists (
          select from team_members
          where team_members.team_id = ${row}.team_id and team_members.user_id = ${actor.id})`;
  return sql`(${row}.owner_id is null or ${row}.owner_id = ${actor.id})
    and (${row}.team_id is null or ${inTeam})`;
}

/**
 * Only those keep what others use who may; a team that was put away gets nothing new.
 * @throws AppError `forbidden` or `team_not_found`.
 */
export async function mustKeep(tx: Transaction, actor: Actor, owned: Owned): Promise<void> {
  const teams = await tx.rows<{ team_id: string }>(sql`
    select team_id from team_members where user_id = ${actor.id} order by team_id`);
  const teamIds = teams.map((team) => team.team_id);
  if (!mayKeep({ actor, teamIds }, owned)) throw new AppError("forbidden");
}

export async function mustBeTeam(tx: Transaction, { teamId }: Owned): Promise<void> {
  if (teamId === null) return;
  const team = await tx.first(sql`
    select id from teams where id = ${teamId} and archived_at is null for key share`);
  if (team === undefined) throw new AppError("team_not_found");
}
