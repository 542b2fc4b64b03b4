import { limits } from "@/platform/limits";
import { type BurnAlertRule, burnAlertRules } from "../figures/burn-windows";
import { indicators } from "../figures/indicators";
import { type SupportObjectiveName, supportObjectives } from "../figures/support-objectives";
import type { ObjectiveReport, Standing } from "../objectives";
import type { Tile } from "../overview";
import type { Condition, ConditionLevel } from "./condition";

const units = { percent: " %", ms: " ms", jobs: " jobs" } as const;
const rounded = (value: number) => String(Math.round(value * 10) / 10);

export function indicatorConditions(tiles: readonly Tile[]): Condition[] {
  return tiles.map((tile) => {
    const { words, unit, action } = indicators[tile.indicator];
    const { warningAbove, criticalAbove } = tile;
    const value = tile.value === null ? null : `${rounded(tile.value)}${units[unit]}`;
    return {
      subject: `indicator:${tile.indicator}`,
      level: tile.level,
      title: `${words} is ${tile.level === "critical" ? "critical" : "high"}`,
      says:
        value === null
          ? `${words} is not measured.`
          : `${value} at ${tile.worst}; warning above ${warningAbove}${units[unit]}, critical above ${criticalAbove}${units[unit]}.`,
      action,
      path: "/admin",
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

type Promised = { subject: string; words: string; action: string };

function burnCondition(report: Standing, { subject, words, action }: Promised): Condition {
  const { level, rule } = burnLevel(report);
  const rate = rule === null ? undefined : report.burn?.[rule.long];
  const ends =
    report.runsOutMs === null
      ? ""
      : ` At this rate the budget is gone on ${new Date(report.runsOutMs).toISOString().slice(0, 16).replace("T", " at ")} UTC.`;
  return {
    subject,
    level,
    title: `The error budget of “${words}” burns too fast`,
    says:
      rule === null || rate === undefined
        ? `${words} is kept.`
        : `${rounded(rate)} times as fast as it may, over ${rule.long} and ${rule.short}.${ends}`,
    action,
    path: "/admin/objectives",
  };
}

export function objectiveConditions(reports: readonly ObjectiveReport[]): Condition[] {
  return reports.map((report) =>
    burnCondition(report, {
      subject: `objective:${report.name}`,
      words: report.promise.words,
      action: "See what burns it, then mend or undo that",
    }),
  );
}

/** What is promised to customers burns in the same way; what to do about it is another thing. */
export function supportConditions(
  reports: readonly (Standing & { name: SupportObjectiveName })[],
): Condition[] {
  return reports.map((report) =>
    burnCondition(report, {
      subject: `support:${report.name}`,
      words: supportObjectives[report.name].words,
      action: "See where the minutes of the broken promises went, people or machines",
    }),
  );
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
      title: "What happened is told late",
      says: `The oldest event that is not published has waited ${rounded(outboxAgeMs / 1_000)} s.`,
      action: "See whether a worker runs and the queues' store answers",
      path: "/admin/queues",
    },
    {
      subject: "outbox:parked",
      level: parkedEvents > 0 ? "warning" : "fine",
      title: "Events could not be published",
      says: `${parkedEvents} ${parkedEvents === 1 ? "event waits" : "events wait"} for somebody to look; they are tried again every hour.`,
      action: "Read the worker's log for the reason",
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
      title: "The certificate ends soon",
      says: `The certificate of the public address is valid for ${rounded(days)} more days.`,
      action: "Renew it",
      path: "/admin/processes",
    },
    {
      subject: "partitions",
      level: partitionFaults === null ? "unknown" : partitionFaults > 0 ? "critical" : "fine",
      title: "Months of the database are missing",
      says: `${partitionFaults ?? 0} months that are near have no partition, or rows without one.`,
      action: "Read the worker's log: it names the months and the reason",
      path: "/admin/processes",
    },
    ...webhooksOff.map(
      ({ id, name }): Condition => ({
        subject: `webhook:${id}`,
        level: "warning",
        title: `The webhook ${name} was switched off`,
        says: "Nothing that was sent to it arrived for three days, or it said that it is gone.",
        action: "Mend the receiver, then switch the webhook on again",
        path: `/admin/webhooks/${id}`,
      }),
    ),
  ];
}
