import { reachesInactive, readFilter, understoodFilter } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { mayEditView } from "../rules/may-edit";
import { type Audience, uncountedWords } from "../rules/view";

export type StoredView = {
  id: string;
  owner_id: string;
  audience: Audience;
  team_id: string | null;
  team_name: string | null;
  version: number;
};

/**
 * Loads and locks a view for a change.
 * @throws AppError `view_not_found`, alike for absent and another's.
 */
export async function viewForUpdate(
  tx: Transaction,
  actor: Actor,
  viewId: string,
): Promise<StoredView> {
  const view = await tx.first<StoredView>(sql`
    select id, owner_id, audience, team_id, team_name, version from views
    where id = ${viewId} for update`);
  if (
    view === undefined ||
    !mayEditView(actor, { ownerId: view.owner_id, audience: view.audience })
  )
    throw new AppError("view_not_found");
  return view;
}

type Wanted = { filter: string; audience: Audience; teamId: string | null };

/**
 * What is checked before a view is written: its filter reads, and who shares may share. Gives the
 * name of its team.
 * @throws AppError `filter_not_understood`, `team_not_found` or `forbidden`.
 */
export async function checkView(
  tx: Transaction,
  actor: Actor,
  wanted: Wanted,
): Promise<string | null> {
  await understoodFilter(wanted.filter);
  // What everybody sees is the workspace's to arrange.
  if (wanted.audience === "everyone" && actor.role !== "admin") throw new AppError("forbidden");
  if (wanted.audience !== "team") return null;
  const team = await tx.first<{ name: string; member: boolean }>(sql`
    select teams.name, exists (select from team_members
      where team_members.team_id = teams.id and team_members.user_id = ${actor.id}) as member
    from teams where teams.id = ${wanted.teamId} and teams.archived_at is null
    for key share of teams`);
  if (team === undefined) throw new AppError("team_not_found");
  if (!team.member && actor.role !== "admin") throw new AppError("forbidden");
  return team.name;
}

/** Told when a view is saved: why no number stands beside it. */
export function toldOfCount(filter: string): string | null {
  return reachesInactive(readFilter(filter).expression) ? uncountedWords.closed : null;
}
