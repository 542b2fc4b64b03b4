import { foundingPatience, type Patience } from "../figures/patience";
import type { ConditionLevel } from "./condition";

/** How often in a row something was bad (and how often critical), or good. */
export type Watch = {
  readonly bad: number;
  readonly critical: number;
  readonly good: number;
  readonly unknown: boolean;
  readonly atMs: number;
};
export type OpenLevel = "warning" | "critical";
export type Act =
  | { readonly kind: "open" | "worsen"; readonly level: OpenLevel }
  | { readonly kind: "resolve" }
  | { readonly kind: "lose sight" };

/** After a longer pause nobody knows what was in between. */
const rememberMs = 5 * 60_000;

const none: Watch = { bad: 0, critical: 0, good: 0, unknown: false, atMs: 0 };

/**
 * One more look at something. What cannot be seen is neither good nor bad: it ends no incident and
 * raises none, and a run of looks begins anew after it.
 * @param open the level of the incident that is open; null when there is none
 * @param patience how many looks in a row open an incident, and end it
 */
export function look(
  before: Watch | null,
  open: OpenLevel | null,
  level: ConditionLevel,
  atMs: number,
  { raiseAfterLooks, endAfterLooks }: Patience = foundingPatience,
): { watch: Watch; act: Act | null } {
  const isRecent = before !== null && atMs - before.atMs <= rememberMs && atMs >= before.atMs;
  const known = isRecent ? before : none;
  if (level === "unknown") {
    const watch = { ...none, unknown: true, atMs };
    return { watch, act: open !== null && !known.unknown ? { kind: "lose sight" } : null };
  }
  if (level === "fine") {
    const watch = { ...none, good: known.good + 1, atMs };
    return {
      watch,
      act: open !== null && watch.good >= endAfterLooks ? { kind: "resolve" } : null,
    };
  }
  const critical = level === "critical" ? known.critical + 1 : 0;
  const watch = { ...none, bad: known.bad + 1, critical, atMs };
  const reached: OpenLevel = critical >= raiseAfterLooks ? "critical" : "warning";
  if (open === null)
    return { watch, act: watch.bad >= raiseAfterLooks ? { kind: "open", level: reached } : null };
  const worse = open === "warning" && reached === "critical";
  return { watch, act: worse ? { kind: "worsen", level: "critical" } : null };
}
