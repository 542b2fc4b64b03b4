import type { Actor } from "@/platform/auth/actor";
import type { Scope } from "../types";

/** As it is stored: nobody's and no team's is everybody's. */
export type Owned = { ownerId: string | null; teamId: string | null };

export const scopeOf = ({ ownerId, teamId }: Owned): Scope =>
  ownerId !== null
    ? { kind: "personal" }
    : teamId !== null
      ? { kind: "team", teamId }
      : { kind: "everyone" };

export const ownedBy = (scope: Scope, actor: Pick<Actor, "id">): Owned => ({
  ownerId: scope.kind === "personal" ? actor.id : null,
  teamId: scope.kind === "team" ? scope.teamId : null,
});

type Asking = { actor: Pick<Actor, "id" | "audience">; teamIds: readonly string[] };

/** One's own, one's teams', everybody's; admins look after those of all teams. */
export function mayUse({ actor, teamIds }: Asking, { ownerId, teamId }: Owned): boolean {
  if (actor.audience === "customer") return false;
  if (ownerId !== null) return ownerId === actor.id;
  return teamId === null || actor.audience === "admin" || teamIds.includes(teamId);
}

/** What everybody uses, admins keep; the rest is in the hands of those who use it. */
export function mayKeep(asking: Asking, owned: Owned): boolean {
  const isShared = owned.ownerId === null && owned.teamId === null;
  return mayUse(asking, owned) && (!isShared || asking.actor.audience === "admin");
}
