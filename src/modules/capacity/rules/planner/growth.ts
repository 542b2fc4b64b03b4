import { type Load, type LoadInput, loadInputs, type Tier, tiers } from "../figures/tiers";

export interface Limit {
  readonly input: LoadInput;
  /** How much of what the tier carries is used. */
  readonly share: number;
  /** Whole months until it is more than the tier carries; null when it never is at this growth. */
  readonly inMonths: number | null;
}

/** Later than this nobody plans, and no calendar need answer. */
const monthsMax = 1_200;

function monthsUntil(share: number, growthPercent: number | null): number | null {
  if (share <= 0) return null;
  if (share > 1) return 0;
  if (growthPercent === null || growthPercent <= 0) return null;
  const exact = Math.log(1 / share) / Math.log1p(growthPercent / 100);
  // Exactly full is still carried: it breaks in the month after.
  const months = Math.floor(exact + 1e-9) + 1;
  return months <= monthsMax ? months : null;
}

/** The four inputs against a tier's row, the one that gives way first at the front. */
export function limitsOf(
  load: Load,
  tierName: Tier["tier"],
  growthPercent: number | null,
  table: readonly [Tier, ...Tier[]] = tiers,
): Limit[] {
  const { carries } = table.find(({ tier }) => tier === tierName) ?? table[0];
  return loadInputs
    .map((input) => {
      const share = load[input] / carries[input];
      return { input, share, inMonths: monthsUntil(share, growthPercent) };
    })
    .sort((a, b) => b.share - a.share);
}

/** "March 2027", so many months after a day. */
export function monthAfter(now: Date, months: number): string {
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1));
  return new Intl.DateTimeFormat("en-GB", {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(month);
}
