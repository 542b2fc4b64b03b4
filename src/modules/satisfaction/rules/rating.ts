/** What lists and filters show: as many of five. */
export const satisfactionOf = (isGood: boolean): number => (isGood ? 5 : 1);

export type Opinion = "good" | "bad";
export const readOpinion = (text: unknown): Opinion | null =>
  text === "good" || text === "bad" ? text : null;

type Facts = { resolutionAt: Date; ratedAt: Date | null };
type Spans = { openMs: number; changeMs: number };

/** Until when a resolution can be rated; what was rated can be changed for a while. */
export function ratesUntil({ resolutionAt, ratedAt }: Facts, { openMs, changeMs }: Spans): Date {
  return ratedAt === null
    ? new Date(resolutionAt.getTime() + openMs)
    : new Date(ratedAt.getTime() + changeMs);
}
