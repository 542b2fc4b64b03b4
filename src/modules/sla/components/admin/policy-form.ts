import type { TicketPriority } from "@/modules/tickets/client";
import { type Metric, metrics } from "../../rules/metrics";
import { readMinutes, writeMinutes } from "../../rules/target-text";
import { metricWords } from "../../rules/words";
import type { PolicyRow } from "./policies-page";

export const formPriorities = ["urgent", "high", "medium", "low"] as const;
type Pause = "pending" | "on_hold";

/** What stands in the editor, as it was typed. */
export type PolicyForm = {
  name: string;
  filter: string;
  calendarId: string;
  targets: Record<Metric, Record<TicketPriority, string>>;
  pauseOn: Record<Metric, readonly Pause[]>;
  riskPercent: string;
};

const byMetric = <Value>(value: (metric: Metric) => Value): Record<Metric, Value> => ({
  firstResponse: value("firstResponse"),
  nextResponse: value("nextResponse"),
  resolution: value("resolution"),
});

const isPause = (status: string): status is Pause => status === "pending" || status === "on_hold";

/** A policy as it is edited; a new one begins with the usual pauses and no targets. */
export function formOf(policy: PolicyRow | null, calendarId: string): PolicyForm {
  const written = (metric: Metric, priority: TicketPriority) => {
    const minutes = policy?.promised.targets[metric][priority];
    return minutes === undefined ? "" : writeMinutes(minutes);
  };
  return {
    name: policy?.name ?? "",
    filter: policy?.filter ?? "",
    calendarId: policy?.calendarId ?? calendarId,
    targets: byMetric((metric) => ({
      low: written(metric, "low"),
      medium: written(metric, "medium"),
      high: written(metric, "high"),
      urgent: written(metric, "urgent"),
    })),
    pauseOn: byMetric((metric) => policy?.promised.pauseOn[metric].filter(isPause) ?? ["pending"]),
    riskPercent: String(Math.round((policy?.promised.riskShare ?? 0.25) * 100)),
  };
}

type Targets = Partial<Record<TicketPriority, number>>;
export type ReadForm = {
  filter: string;
  calendarId: string;
  promised: {
    targets: Record<Metric, Targets>;
    pauseOn: Record<Metric, Pause[]>;
    riskShare: number;
  };
};

/** The draft that the form says, or what is wrong with it, by the id of the field. */
export function readForm(form: PolicyForm): { draft: ReadForm } | { problems: Problems } {
  const problems: Record<string, string> = {};
  const targets = byMetric((metric): Targets => {
    const read: Targets = {};
    for (const priority of formPriorities) {
      const text = form.targets[metric][priority];
      if (text.trim() === "") continue;
      const minutes = readMinutes(text);
      if (minutes === null)
        problems[targetId(metric, priority)] = `“${text}” is no time. Write it as 4 h or 30 min.`;
      else read[priority] = minutes;
    }
    return read;
  });
  if (form.name.trim() === "") problems.name = "The policy needs a name.";
  const percent = Number(form.riskPercent);
  if (!(percent >= 0 && percent <= 90))
    problems.risk = "What is left when it is at risk is a number from 0 to 90.";
  if (metrics.every((metric) => Object.keys(targets[metric]).length === 0))
    problems[targetId("firstResponse", "urgent")] ??=
      "Nothing is promised. Give at least one target.";
  if (Object.keys(problems).length > 0) return { problems };
  const pauseOn = byMetric((metric) => [...form.pauseOn[metric]]);
  const promised = { targets, pauseOn, riskShare: percent / 100 };
  return { draft: { filter: form.filter, calendarId: form.calendarId, promised } };
}

export type Problems = Readonly<Record<string, string>>;
export const targetId = (metric: Metric, priority: TicketPriority) => `${metric}-${priority}`;

/** What a field is called, by its id, where something is wrong with it. */
export function fieldLabel(id: string): string {
  for (const metric of metrics)
    for (const priority of formPriorities)
      if (id === targetId(metric, priority)) return `${metricWords[metric]}, ${priority}`;
  return { name: "Name", conditions: "Which tickets", risk: "At risk" }[id] ?? id;
}
