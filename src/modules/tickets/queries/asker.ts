import { dependsOnAsker, type Expression } from "@/modules/filters";
import type { Actor } from "@/platform/auth/actor";
import { db, raw, type Sql, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { type Asker, conditionOf } from "./filter";

const teamsMax = raw(String(limits.teamsMax));

/** In whose days a filter counts, and which teams are theirs; nobody is asked for what no filter says. */
async function askerOf(actor: Actor, expressions: readonly Expression[]): Promise<Asker> {
  const { id } = actor;
  if (!expressions.some(dependsOnAsker)) return { id };
  const [row] = await db.read.rows<{ time_zone: string; team_ids: string[] }>(sql`
    select time_zone, array(select team_id::text from team_members
      where team_members.user_id = users.id order by team_id limit ${teamsMax}) as team_ids
    from users where id = ${id}`);
  return { id, zone: row?.time_zone ?? "UTC", teamIds: row?.team_ids ?? [] };
}

/** Filters as conditions over `tickets`, for one who asks; at most one statement for all of them. */
export async function wheresOf(actor: Actor, expressions: readonly Expression[]): Promise<Sql[]> {
  const asker = await askerOf(actor, expressions);
  return expressions.map((expression) => conditionOf(asker, expression));
}

export async function whereOf(actor: Actor, expression: Expression): Promise<Sql> {
  return conditionOf(await askerOf(actor, [expression]), expression);
}
