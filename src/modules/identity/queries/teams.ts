import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { Named } from "../schema";

/** All teams, by name; there are never so many that a menu could not hold them. */
export function teams(): Promise<Named[]> {
  return db.read.rows<Named>(sql`
    select id, name from teams where archived_at is null order by name
    limit ${raw(String(limits.teamsMax))}`);
}

export type TeamView = Named & { members: Named[] };

/** All teams with who is in them, for administration. */
export async function teamList(): Promise<{ teams: TeamView[] }> {
  type Row = Named & { members: Named[] };
  const rows = await db.read.rows<Row>(sql`
    select teams.id, teams.name, coalesce((
      select json_agg(json_build_object('id', member.id, 'name', member.name) order by member.name)
      from (
        select users.id, users.name from team_members
        join users on users.id = team_members.user_id
        where team_members.team_id = teams.id
        order by users.name limit ${raw(String(limits.teamMembersMax))}) as member), '[]') as members
    from teams where teams.archived_at is null
    order by teams.name limit ${raw(String(limits.teamsMax))}`);
  return { teams: rows };
}
