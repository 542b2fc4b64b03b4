/**
 * What is left undone under overload, in this order: what nobody waits for first, then what one can
 * do without for some minutes. Replies, sign-in and everything else is never left undone.
 */
export const shedOrder = [
  { level: 1, sheds: "digests", words: "Daily digests are mailed later" },
  {
    level: 1,
    sheds: "searchDepth",
    words: "Search looks for what was typed and not for what was meant",
  },
  { level: 2, sheds: "counts", words: "Views show no counts" },
] as const;

export type Shed = (typeof shedOrder)[number]["sheds"];
export type SurgeLevel = 0 | 1 | 2;
export const surgeLevels: readonly SurgeLevel[] = [0, 1, 2];

export const isSurgeLevel = (value: unknown): value is SurgeLevel =>
  surgeLevels.some((level) => level === value);

/** The level from which something is left undone. */
export const levelOfShed = (what: Shed): number =>
  shedOrder.find(({ sheds }) => sheds === what)?.level ?? Number.POSITIVE_INFINITY;
