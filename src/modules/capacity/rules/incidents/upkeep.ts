import { type UpkeepName, upkeepNames, upkeepWatches, type Watched } from "../figures/upkeep";
import type { Condition, ConditionLevel } from "./condition";
import { inWords } from "./words";
import { percentUnit } from "./words/figure";

/** The newest reading of one watch: of the worst table or slot where there are several. */
export type UpkeepReading = {
  readonly name: UpkeepName;
  readonly value: number;
  /** `table=tickets`, or empty where there is one alone. */
  readonly labels: string;
};

function levelOf({ side, warning, critical }: Watched, value: number): ConditionLevel {
  const beyond = (bound: number) => (side === "above" ? value > bound : value < bound);
  return beyond(critical) ? "critical" : beyond(warning) ? "warning" : "fine";
}

const units = { percent: percentUnit, minutes: " min", GB: " GB" } as const;

/** Each watch once, by its worst reading; what nobody measured is unknown and never fine. */
export function upkeepConditions(readings: readonly UpkeepReading[]): Condition[] {
  return upkeepNames.map((name) => {
    const watched: Watched = upkeepWatches[name];
    const { per, side, warning, critical } = watched;
    const unit = units[watched.unit];
    const own = readings.filter(
      (reading) => reading.name === name && Number.isFinite(reading.value),
    );
    const worst = own.reduce<UpkeepReading | null>((known, each) => {
      if (known === null) return each;
      const isWorse = side === "above" ? each.value > known.value : each.value < known.value;
      return isWorse ? each : known;
    }, null);
    const value = worst === null ? null : worst.value / per;
    const [, what = ""] = worst?.labels.split("=") ?? [];
    return {
      subject: `upkeep:${name.replace("insightdesk_", "")}`,
      level: value === null ? "unknown" : levelOf(watched, value),
      ...inWords((words) =>
        words.upkeep({
          ...{ name, side, what },
          now: value === null ? null : { value, unit },
          warning: { value: warning, unit },
          critical: { value: critical, unit },
        }),
      ),
      path: "/admin/processes",
    };
  });
}
