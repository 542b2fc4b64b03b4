"use client";

import { Button } from "@/ui/button";
import { numberWords } from "@/ui/format/number";
import { HealthGlyph } from "@/ui/glyphs";
import { addressOf, type PlanTexts } from "../../rules/planner/inputs";
import { AnswerPage } from "../answer-page";
import { FigureTable } from "../figure-table";
import type { Health } from "../process-health";
import { LoadReports } from "./load-reports";
import { MeasuredTimes } from "./measured-times";
import { PlanExport } from "./plan-export";
import { PlanInputs } from "./plan-inputs";
import { SavedPlans } from "./saved-plans";
import { useMeasured } from "./use-measured";
import { type Planned, usePlan } from "./use-plan";

interface PlannerPageProps {
  /** The query of the page's address: it holds the whole plan. */
  readonly address: string;
  readonly zone: string;
  readonly locale: string;
}

function answerOf({ plan, errors }: Planned): { health: Health; sentence: string } {
  if (plan !== null) {
    const warnings = plan.lines.flatMap(({ warning }) => warning ?? []);
    return {
      health: warnings.length === 0 ? "ok" : "warning",
      sentence: [plan.sentence, ...warnings].join(" "),
    };
  }
  const [first] = errors;
  return { health: "warning", sentence: `${first?.label ?? "The plan"}: ${first?.message ?? ""}` };
}

const nothingToAsk = { error: null, refetch: () => undefined };

/** What do I need, and what breaks first? Computed here from what the address says. */
export function PlannerPage({ address, zone, locale }: PlannerPageProps) {
  const { measured, times } = useMeasured();
  const { texts, planned, compared, change, replace, compare, compareWith, open } = usePlan(
    address,
    measured,
    locale,
  );
  const { plan } = planned;
  return (
    <AnswerPage title="Planner" answer={answerOf(planned)} query={nothingToAsk}>
      <PlanInputs
        texts={texts}
        errors={planned.errors ?? []}
        onChange={change}
        onReplace={replace}
      />
      {plan !== null && (
        <>
          <div className="flex flex-wrap gap-2">
            <PlanExport plan={plan} texts={texts} />
            <Button onClick={compare}>
              {compared === null ? "Compare with this" : "End comparison"}
            </Button>
          </div>
          <PlanTable planned={planned} compared={compared} />
          <FigureTable
            caption="Agents needed by hour of the day"
            columns={[
              { title: "Hour" },
              { title: "Tickets", isFigure: true },
              { title: "Agents, if everybody waits", isFigure: true },
              { title: "Agents, if some give up", isFigure: true },
            ]}
            rows={plan.hours.map(({ hour, ticketsPerHour, patient, impatient }) => ({
              key: String(hour),
              cells: [
                `${String(hour).padStart(2, "0")}:00`,
                numberWords(Math.round(ticketsPerHour * 10) / 10, locale),
                numberWords(patient, locale),
                numberWords(impatient, locale),
              ],
            }))}
          />
          <p className="text-ink-2 text-small">{courseWords(texts)}</p>
        </>
      )}
      <SavedPlans
        address={addressOf(texts)}
        isPlanned={plan !== null}
        onOpen={open}
        onCompare={compareWith}
        zone={zone}
        locale={locale}
      />
      <LoadReports zone={zone} locale={locale} />
      <MeasuredTimes times={times} locale={locale} />
    </AnswerPage>
  );
}

function courseWords({ hours, from }: PlanTexts): string {
  if (hours === "")
    return "The tickets of a day are spread evenly over its hours: nobody measured its course.";
  return from === "forecast"
    ? "Tickets follow the hours of the fullest day of the next four weeks, as the forecast has it."
    : "Tickets follow the hours of the last 28 days, in your time zone.";
}

function PlanTable({ planned, compared }: { planned: Planned; compared: Planned | null }) {
  const values = new Map(compared?.plan?.lines.map(({ what, value }) => [what, value]));
  const beside = compared === null ? [] : [{ title: "Compared with", isFigure: true }];
  return (
    <FigureTable
      caption="What the plan needs, where each figure is from and how it is computed"
      columns={[
        { title: "What" },
        { title: "This plan", isFigure: true },
        ...beside,
        { title: "Source" },
        { title: "How" },
      ]}
      rows={(planned.plan?.lines ?? []).map(({ what, value, source, formula, warning }) => ({
        key: what,
        cells: [
          what,
          value,
          ...(compared === null ? [] : [values.get(what) ?? "–"]),
          <span key="source">
            {source}
            {warning !== undefined && (
              <span className="flex items-center gap-2 text-warn">
                <HealthGlyph health="warning" />
                {warning}
              </span>
            )}
          </span>,
          <details key="how">
            <summary className="text-ink-2">
              How this is computed<span className="sr-only">: {what}</span>
            </summary>
            <p className="max-w-prose py-1">{formula}</p>
          </details>,
        ],
      }))}
    />
  );
}
