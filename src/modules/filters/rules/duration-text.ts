import { filterLimits } from "./limits";
import { unitSeconds } from "./moments";

const units = ["w", "d", "h", "m", "s"] as const;
const pattern =
  /^(-?)(?:(\d{1,12})w)?(?:(\d{1,12})d)?(?:(\d{1,12})h)?(?:(\d{1,12})m(?:in)?)?(?:(\d{1,12})s)?$/iu;

/** `1h30m`, `90m`, `2d`: seconds. Days have 24 hours. */
export function readDuration(written: string): number | undefined {
  const match = pattern.exec(written.replace(/\s+/gu, ""));
  const counts = match?.slice(2) ?? [];
  if (match === null || counts.every((count) => count === undefined)) return undefined;
  const seconds = units.reduce(
    (sum, unit, index) => sum + Number(counts[index] ?? 0) * unitSeconds[unit],
    0,
  );
  if (seconds > filterLimits.numberMax) return undefined;
  return match[1] === "-" && seconds !== 0 ? -seconds : seconds;
}

export function writeDuration(seconds: number): string {
  if (seconds === 0) return "0m";
  let rest = Math.abs(seconds);
  let written = seconds < 0 ? "-" : "";
  for (const unit of units) {
    const count = Math.floor(rest / unitSeconds[unit]);
    if (count > 0) written += `${count}${unit}`;
    rest -= count * unitSeconds[unit];
  }
  return written;
}
