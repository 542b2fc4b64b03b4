import { limits } from "@/platform/limits";
import type { Condition } from "./condition";
import { inWords } from "./words";

export type LookedProcess = {
  readonly id: string;
  readonly kind: string;
  readonly silent: boolean;
  readonly checks: Readonly<Record<string, { ok: boolean; says?: string | undefined }>>;
};
/** When each process last wrote what it measured, by its own clock. */
export type LastMeasure = { readonly processId: string; readonly atMs: number };

const idsOf = (processes: readonly LookedProcess[]) => processes.map(({ id }) => id);
const path = "/admin/processes";

function silentConditions(processes: readonly LookedProcess[]): Condition[] {
  return [...new Set(processes.map(({ kind }) => kind))].map((kind) => {
    const all = processes.filter((process) => process.kind === kind);
    const silent = all.filter((process) => process.silent);
    const level =
      silent.length === 0 ? "fine" : silent.length === all.length ? "critical" : "warning";
    return {
      subject: `silent:${kind}`,
      level,
      ...inWords((words) =>
        words.silent({ kind, none: level === "critical", ids: idsOf(silent), all: all.length }),
      ),
      path,
    };
  });
}

function checkConditions(live: readonly LookedProcess[]): Condition[] {
  const names = new Set(live.flatMap(({ checks }) => Object.keys(checks)));
  return [...names].map((name) => {
    const failing = live.filter(({ checks }) => checks[name]?.ok === false);
    const reason = failing
      .map(({ checks }) => checks[name]?.says)
      .find((says) => says !== undefined);
    return {
      subject: `check:${name}`,
      level: failing.length === 0 ? "fine" : name === "database" ? "critical" : "warning",
      ...inWords((words) => words.check({ name, ids: idsOf(failing), reason })),
      path,
    };
  });
}

function measureConditions(
  live: readonly LookedProcess[],
  measured: readonly LastMeasure[],
  atMs: number,
): Condition[] {
  const lastOf = new Map(measured.map((each) => [each.processId, each.atMs]));
  const ahead = live.filter(({ id }) => (lastOf.get(id) ?? 0) > atMs + limits.clockAheadMsMax);
  const stale = live.filter(({ id }) => (lastOf.get(id) ?? 0) < atMs - limits.measureStaleMs);
  return [
    {
      subject: "measuring:stale",
      level: stale.length === 0 ? "fine" : "warning",
      ...inWords((words) => words.stale(idsOf(stale))),
      path,
    },
    {
      subject: "measuring:clock",
      level: ahead.length === 0 ? "fine" : "warning",
      ...inWords((words) => words.ahead(idsOf(ahead))),
      path,
    },
  ];
}

/** What the processes say of themselves, and what they do not say. */
export function processConditions(
  processes: readonly LookedProcess[],
  measured: readonly LastMeasure[],
  atMs: number,
): Condition[] {
  const live = processes.filter(({ silent }) => !silent);
  return [
    ...silentConditions(processes),
    ...checkConditions(live),
    ...measureConditions(live, measured, atMs),
  ];
}
