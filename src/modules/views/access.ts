import type { Actor } from "@/platform/auth/actor";
import { type Sql, sql } from "@/platform/database";
import type { Audience } from "./rules/view";

type ViewFacts = { ownerId: string; audience: Audience; teamId: string | null };

/** One's own, those of one's teams that are not put away, and those for everybody. A view whose team is gone is its owner's. */
export function maySeeView(actor: Actor, view: ViewFacts, teamIds: readonly string[]): boolean {
  if (actor.audience === "customer") return false;
  if (view.ownerId === actor.id || view.audience === "everyone") return true;
  return view.teamId !== null && teamIds.includes(view.teamId);
}

/** The same as a filter over `views`; a test keeps the two equal. */
export function visibleViews(actor: Actor): Sql {
  if (actor.audience === "customer") return sql`false`;
  return sql`(views.owner_id = ${actor.id} or views.audience = 'everyone' or views.team_id in (
    select team_members.team_id from team_members
    join teams on teams.id = team_members.team_id and teams.archived_at is null
    where team_members.user_id = ${actor.id}))`;
}
