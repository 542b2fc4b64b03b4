import { nowMs } from "@/platform/clock";
import { durationMsEdges } from "@/platform/telemetry";
import { type Tile, tilesOf } from "../rules/overview";
import { type PoolWait, poolWaitMetric, poolWaitsOf } from "../rules/pool-waits";
import { measureNames } from "../rules/readings";
import { figuresOf } from "./figures";
import { measuresOf } from "./measures";

const minuteMs = 60_000;
const names = [...Object.values(measureNames), poolWaitMetric];

export type Overview = {
  atMs: number;
  tiles: Tile[];
  /** Over the last hour, the pools whose callers waited longest first. */
  poolWaits: PoolWait[];
};

/** The indicators now, with the last hour behind each. */
export async function overview(): Promise<Overview> {
  const atMs = nowMs();
  const [set, latest, minutes] = await Promise.all([
    figuresOf("indicators"),
    measuresOf({ spanSeconds: 10, names, fromMs: atMs - minuteMs, toMs: atMs }),
    measuresOf({ spanSeconds: 60, names, fromMs: atMs - 60 * minuteMs, toMs: atMs }),
  ]);
  // The newest minute is not added up yet: what is finer than that says it.
  const addedUpTo = minutes.reduce((last, each) => Math.max(last, each.atMs), 0);
  const hour = [...minutes, ...latest.filter((each) => each.atMs > addedUpTo)];
  return {
    atMs,
    tiles: tilesOf(latest, minutes, durationMsEdges, atMs, set),
    poolWaits: poolWaitsOf(hour, durationMsEdges),
  };
}
