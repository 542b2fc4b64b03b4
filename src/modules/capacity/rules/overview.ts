import {
  type IndicatorLevel,
  type IndicatorName,
  indicatorNames,
  indicatorOf,
  levelOf,
} from "./figures/indicators";
import { asFounded, type FigureSet } from "./figures/set";
import { type ComponentValue, type Edges, type Measure, valuesOf } from "./readings";

export type Point = { readonly atMs: number; readonly value: number | null };

export type Tile = {
  readonly indicator: IndicatorName;
  /** null when nothing was measured: that is not the same as 0. */
  readonly value: number | null;
  readonly level: IndicatorLevel | "unknown";
  /** The thresholds that the level is by. */
  readonly warningAbove: number;
  readonly criticalAbove: number;
  /** The component with the highest value. */
  readonly worst: string | null;
  /** Each component by itself, the highest first, and how many more there are. */
  readonly components: readonly (ComponentValue & { readonly level: IndicatorLevel })[];
  readonly more: number;
  /** Since when the level is what it is, or nothing was measured; null when longer than the line. */
  readonly sinceMs: number | null;
  /** A point a minute, oldest first; null where nothing was measured. */
  readonly line: readonly Point[];
};

const minuteMs = 60_000;
const lineMinutes = 60;
const componentsShown = 20;

const worstOf = (values: readonly ComponentValue[]): ComponentValue | null =>
  values.reduce<ComponentValue | null>(
    (worst, each) => (worst === null || each.value > worst.value ? each : worst),
    null,
  );

function lineOf(
  indicator: IndicatorName,
  minutes: readonly Measure[],
  edges: Edges,
  nowMs: number,
): Point[] {
  const byMinute = new Map<number, Measure[]>();
  for (const measure of minutes) {
    const known = byMinute.get(measure.atMs);
    if (known === undefined) byMinute.set(measure.atMs, [measure]);
    else known.push(measure);
  }
  const last = Math.floor(nowMs / minuteMs) * minuteMs;
  return Array.from({ length: lineMinutes }, (_, index) => {
    const atMs = last - (lineMinutes - 1 - index) * minuteMs;
    const worst = worstOf(valuesOf(indicator, byMinute.get(atMs) ?? [], edges));
    return { atMs, value: worst?.value ?? null };
  });
}

type LevelAt = (value: number | null) => Tile["level"];

/**
 * Since when a line is at the level that it has now. The newest minute may not be added up yet, so
 * gaps at the end say nothing against a value that was measured just now.
 */
function sinceOf(
  line: readonly Point[],
  level: Tile["level"],
  levelAt: LevelAt,
  nowMs: number,
): number | null {
  const told = level === "unknown" ? line : line.slice(0, line.findLastIndex(isMeasured) + 1);
  if (told.length === 0) return nowMs;
  const start = told.findLastIndex(({ value }) => levelAt(value) !== level);
  if (start === -1) return null;
  return told[start + 1]?.atMs ?? nowMs;
}
const isMeasured = ({ value }: Point) => value !== null;

/**
 * The six indicators of the founding document as they stand.
 * @param latest what was measured in the last minute, in fine spans
 * @param minutes what was measured in the last hour, by the minute
 * @param set the thresholds that admins set
 */
export function tilesOf(
  latest: readonly Measure[],
  minutes: readonly Measure[],
  edges: Edges,
  nowMs: number,
  set: FigureSet = asFounded,
): Tile[] {
  return indicatorNames.map((indicator) => {
    const { warningAbove, criticalAbove } = indicatorOf(indicator, set);
    const levelAt: LevelAt = (value) =>
      value === null ? "unknown" : levelOf(indicator, value, set);
    const values = valuesOf(indicator, latest, edges);
    const worst = worstOf(values);
    const value = worst?.value ?? null;
    const level = levelAt(value);
    const line = lineOf(indicator, minutes, edges, nowMs);
    return {
      indicator,
      value,
      level,
      ...{ warningAbove, criticalAbove },
      worst: worst?.component ?? null,
      components: values
        .toSorted((a, b) => b.value - a.value)
        .slice(0, componentsShown)
        .map((each) => ({ ...each, level: levelOf(indicator, each.value, set) })),
      more: Math.max(0, values.length - componentsShown),
      sinceMs: sinceOf(line, level, levelAt, nowMs),
      line,
    };
  });
}
