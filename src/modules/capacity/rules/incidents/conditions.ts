import { limits } from "@/platform/limits";
import { type BurnAlertRule, burnAlertRules } from "../figures/burn-windows";
import { indicators } from "../figures/indicators";
import type { SupportObjectiveName } from "../figures/support-objectives";
import type { ObjectiveReport, Standing } from "../objectives";
import type { Tile } from "../overview";
import type { Condition, ConditionLevel } from "./condition";
import { inWords } from "./words";
import { percentUnit } from "./words/figure";
import type { IncidentWords } from "./words/types";

const units = { percent: percentUnit, ms: " ms", jobs: " jobs" } as const;

export function indicatorConditions(tiles: readonly Tile[]): Condition[] {
  return tiles.map((tile) => {
    const { indicator: name, level, value, worst, warningAbove, criticalAbove } = tile;
    const unit = units[indicators[name].unit];
    const about = {
      ...{ name, worst: worst ?? "" },
      now: value === null ? null : { value, unit },
      warning: { value: warningAbove, unit },
      critical: { value: criticalAbove, unit },
    };
    return {
      ...{ subject: `indicator:${name}`, level, path: "/admin" },
      ...inWords((words) => words.indicator(about)),
    };
  });
}

const isFiring = (report: Standing, rule: BurnAlertRule) =>
  report.alerts?.find(({ long, short }) => long === rule.long && short === rule.short)?.firing;

function burnLevel(report: Standing): { level: ConditionLevel; rule: BurnAlertRule | null } {
  // With a handful of events a single one burns the budget; that says nothing.
  if (report.achieved === null) return { level: "unknown", rule: null };
  const rule = burnAlertRules.find((each) => isFiring(report, each) === true) ?? null;
  if (rule !== null) return { level: rule.severity === "page" ? "critical" : "warning", rule };
  const isSeen = burnAlertRules.some((each) => isFiring(report, each) === false);
  return { level: isSeen ? "fine" : "unknown", rule: null };
}

type Promised = Parameters<IncidentWords["budget"]>[0]["promise"];

function burnCondition(report: Standing, promise: Promised, isSupport: boolean): Condition {
  const { level, rule } = burnLevel(report);
  const rate = rule === null ? undefined : report.burn?.[rule.long];
  const burns = rule === null || rate === undefined || rate === null ? null : { rate, ...rule };
  return {
    subject: `${isSupport ? "support" : "objective"}:${promise}`,
    level,
    ...inWords((words) => words.budget({ promise, isSupport, burns, endsMs: report.runsOutMs })),
    path: "/admin/objectives",
  };
}

export function objectiveConditions(reports: readonly ObjectiveReport[]): Condition[] {
  return reports.map((report) => burnCondition(report, report.name, false));
}

/** What is promised to customers burns in the same way; what to do about it is another thing. */
export function supportConditions(
  reports: readonly (Standing & { name: SupportObjectiveName })[],
): Condition[] {
  return reports.map((report) => burnCondition(report, report.name, true));
}

export type Machinery = {
  readonly outboxAgeMs: number;
  readonly parkedEvents: number;
  /** Null where nobody serves TLS or nobody measured it. */
  readonly certificateDays: number | null;
  readonly partitionFaults: number | null;
  readonly webhooksOff: readonly { readonly id: string; readonly name: string }[];
};

const dayMs = 24 * 3_600_000;
const levelAbove = (value: number, warning: number, critical: number): ConditionLevel =>
  value > critical ? "critical" : value > warning ? "warning" : "fine";

export function machineryConditions(now: Machinery): Condition[] {
  const { outboxAgeMs, parkedEvents, certificateDays, partitionFaults, webhooksOff } = now;
  const ageMs = levelAbove(outboxAgeMs, limits.outboxAgeWarningMs, limits.outboxAgeCriticalMs);
  const days = certificateDays ?? Number.POSITIVE_INFINITY;
  return [
    {
      subject: "outbox:age",
      level: ageMs,
      ...inWords((words) => words.outboxAge(outboxAgeMs / 1_000)),
      path: "/admin/queues",
    },
    {
      subject: "outbox:parked",
      level: parkedEvents > 0 ? "warning" : "fine",
      ...inWords((words) => words.parked(parkedEvents)),
      path: "/admin/queues",
    },
    {
      subject: "certificate",
      level:
        certificateDays === null
          ? "fine"
          : days < limits.certificateCriticalMs / dayMs
            ? "critical"
            : days < limits.certificateWarningMs / dayMs
              ? "warning"
              : "fine",
      ...inWords((words) => words.certificate(days)),
      path: "/admin/processes",
    },
    {
      subject: "partitions",
      level: partitionFaults === null ? "unknown" : partitionFaults > 0 ? "critical" : "fine",
      ...inWords((words) => words.partitions(partitionFaults ?? 0)),
      path: "/admin/processes",
    },
    ...webhooksOff.map(
      ({ id, name }): Condition => ({
        subject: `webhook:${id}`,
        level: "warning",
        ...inWords((words) => words.webhook(name)),
        path: `/admin/webhooks/${id}`,
      }),
    ),
  ];
}
