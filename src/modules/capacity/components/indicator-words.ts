import type { RouterOutputs } from "@/trpc/client";
import { numberWords, percentWords } from "@/ui/format/number";
import { indicators } from "../rules/figures/indicators";
import { type IncidentView, incidentsSentence } from "./incidents/incident-words";
import type { Health } from "./process-health";

export type Overview = RouterOutputs["capacity"]["overview"];
export type TileView = Overview["tiles"][number];

export const levelWords = {
  fine: "In order",
  warning: "Warning",
  critical: "Critical",
  unknown: "Not measured",
} as const;

/** An indicator's value with its unit: "72 %", "310 ms", "1,200 jobs". */
export function valueWords(
  indicator: TileView["indicator"],
  value: number | null,
  locale?: string,
): string {
  if (value === null) return "–";
  switch (indicators[indicator].unit) {
    case "percent":
      return percentWords(value / 100, locale, 1);
    case "ms":
      return `${numberWords(Math.round(value), locale)} ms`;
    case "jobs":
      return `${numberWords(Math.round(value), locale)} ${Math.round(value) === 1 ? "job" : "jobs"}`;
  }
}

/** Where something was measured: "web-1" says that it is a web; what all share is no place. */
export const placeWords = (component: string): string =>
  component === "all answers" ? "" : component.replace(/^(\w+) (?=\1-)/, "");

export const healthOfTile = ({ level }: TileView): Health => {
  if (level === "fine") return "ok";
  return level;
};

type Answer = { health: Health; sentence: string };

/** The answer as a sentence: is anything wrong, and what to do. */
export function overviewSentence(
  tiles: readonly TileView[],
  open: readonly IncidentView[],
): Answer {
  const at = (level: TileView["level"]) => tiles.filter((tile) => tile.level === level);
  const [worst] = [...at("critical"), ...at("warning")];
  if (worst !== undefined) {
    const { words, action } = indicators[worst.indicator];
    const others = at("critical").length + at("warning").length - 1;
    const more = others === 0 ? "" : ` ${others} more need a look.`;
    return {
      health: healthOfTile(worst),
      sentence: `${words} is ${worst.level === "critical" ? "critical" : "high"}: ${action.toLowerCase()}.${more}`,
    };
  }
  const unknown = at("unknown").length;
  if (unknown === tiles.length)
    return { health: "unknown", sentence: "Nothing is measured: no process writes its figures." };
  return open.length > 0
    ? ofIncidents(open, tiles.length, unknown)
    : inOrder(tiles.length, unknown);
}

function inOrder(all: number, unknown: number): Answer {
  if (unknown === 0)
    return { health: "ok", sentence: "Nothing needs you: all six indicators are in order." };
  return {
    health: "warning",
    sentence: `${all - unknown} of ${all} indicators are in order; the others are not measured.`,
  };
}

/** What burns slowly shows in no indicator of the moment, and needs somebody all the same. */
function ofIncidents(open: readonly IncidentView[], all: number, unknown: number): Answer {
  const { health, sentence } = incidentsSentence(open);
  const rest = unknown === 0 ? "All six indicators are in order." : inOrder(all, unknown).sentence;
  return { health, sentence: `${sentence} ${rest}` };
}
