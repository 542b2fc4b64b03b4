import { nowMs } from "@/platform/clock";
import { durationMsEdges } from "@/platform/telemetry";
import { type Tile, tilesOf } from "../rules/overview";
import { measureNames } from "../rules/readings";
import { figuresOf } from "./figures";
import { measuresOf } from "./measures";

const minuteMs = 60_000;
const names = Object.values(measureNames);

export type Overview = { atMs: number; tiles: Tile[] };

/** The indicators now, with the last hour behind each. */
export async function overview(): Promise<Overview> {
  const atMs = nowMs();
  const [set, latest, minutes] = await Promise.all([
    figuresOf("indicators"),
    measuresOf({ spanSeconds: 10, names, fromMs: atMs - minuteMs, toMs: atMs }),
    measuresOf({ spanSeconds: 60, names, fromMs: atMs - 60 * minuteMs, toMs: atMs }),
  ]);
  return { atMs, tiles: tilesOf(latest, minutes, durationMsEdges, atMs, set) };
}
