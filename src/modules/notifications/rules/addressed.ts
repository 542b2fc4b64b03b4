import { morePressing, type Reason } from "./reasons";

/** What happened, as far as it decides who is told. */
export type Happening = {
  /** Who did it: nobody is told of their own doings. null for InsightDesk itself. */
  byId: string | null;
  persons: readonly { personId: string; reason: Reason }[];
  /** All of a team, except whoever had the ticket. */
  team: { teamId: string; reason: Reason; exceptId: string | null } | null;
};

/** Somebody who could be told: works here and is not suspended. */
export type Candidate = { id: string; inTeam: boolean; away: boolean };

/** Who is told, each for the most pressing of their reasons. */
export function addressed(
  { byId, persons, team }: Happening,
  candidates: readonly Candidate[],
): Map<string, Reason> {
  const told = new Map<string, Reason>();
  for (const { id, inTeam, away } of candidates) {
    if (id === byId) continue;
    const own = persons.filter((one) => one.personId === id).map((one) => one.reason);
    // Who is away is spared what any of the team can take up, and told of what is theirs alone.
    const asTeam = team !== null && inTeam && !away && id !== team.exceptId ? [team.reason] : [];
    const all = [...own, ...asTeam];
    if (all.length > 0) told.set(id, all.reduce(morePressing));
  }
  return told;
}
