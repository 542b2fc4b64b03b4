import type { BurnWindow } from "../../figures/burn-windows";
import type { IndicatorName } from "../../figures/indicators";
import type { SupportObjectiveName } from "../../figures/support-objectives";
import type { UpkeepName } from "../../figures/upkeep";
import type { ObjectiveReport } from "../../objectives";
import type { Said } from "../condition";

/** A bound as it is shown: a number and its unit. */
type Figure = { value: number; unit: string };

/** Everything that an incident says, in one language. */
export type IncidentWords = {
  indicator: (about: {
    name: IndicatorName;
    /** Null when nothing was measured. */
    now: Figure | null;
    worst: string;
    warning: Figure;
    critical: Figure;
  }) => Said;
  budget: (about: {
    promise: ObjectiveReport["name"] | SupportObjectiveName;
    isSupport: boolean;
    /** Null while it is kept. */
    burns: { rate: number; long: BurnWindow; short: BurnWindow } | null;
    /** When the budget is gone at this rate. */
    endsMs: number | null;
  }) => Said;
  upkeep: (about: {
    name: UpkeepName;
    side: "above" | "below";
    now: Figure | null;
    what: string;
    warning: Figure;
    critical: Figure;
  }) => Said;
  outboxAge: (seconds: number) => Said;
  parked: (count: number) => Said;
  certificate: (days: number) => Said;
  partitions: (months: number) => Said;
  webhook: (name: string) => Said;
  silent: (about: { kind: string; none: boolean; ids: readonly string[]; all: number }) => Said;
  check: (about: { name: string; ids: readonly string[]; reason: string | undefined }) => Said;
  stale: (ids: readonly string[]) => Said;
  ahead: (ids: readonly string[]) => Said;
};
