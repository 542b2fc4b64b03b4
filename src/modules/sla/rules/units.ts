export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
/** A day by the clock; the physical length of a local day may differ by what the zone's clock is moved. */
export const dayMs = 24 * hourMs;

/**
 * Instants are whole milliseconds, so a target such as 1.1 minutes must not become 66,000.00000000001 of
 * them and end one too late. What is really a fraction of a millisecond is reached with the next whole one.
 */
export function wholeMs(minutes: number): number {
  const ms = minutes * minuteMs;
  const nearest = Math.round(ms);
  return Math.abs(ms - nearest) < 1e-6 * Math.max(1, minutes) ? nearest : Math.ceil(ms);
}
