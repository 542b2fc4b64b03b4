const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A wait as precise as anybody can know it: whole hours from two hours on, else five minutes, up. */
export function sayableMs(ms: number): number {
  const step = ms >= 2 * hourMs ? hourMs : 5 * minuteMs;
  return Math.ceil(ms / step) * step;
}
