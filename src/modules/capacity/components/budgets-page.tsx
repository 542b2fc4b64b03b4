"use client";

import { type RouterOutputs, trpc } from "@/trpc/client";
import { numberWords, percentWords } from "@/ui/format/number";
import { HealthGlyph } from "@/ui/glyphs";
import { LateChart } from "@/ui/late-chart";
import { AnswerPage } from "./answer-page";
import { SlowCalls } from "./budgets/slow-calls";
import { ViewCosts } from "./budgets/view-costs";
import { FigureTable } from "./figure-table";
import type { Health } from "./process-health";

const refreshMs = 10_000;
type BudgetView = RouterOutputs["capacity"]["budgets"]["budgets"][number];

interface PageProps {
  readonly zone: string;
  readonly locale: string;
}

const verdicts: Record<BudgetView["verdict"], { health: Health; words: string }> = {
  kept: { health: "ok", words: "Kept" },
  broken: { health: "critical", words: "Broken" },
  "too few": { health: "unknown", words: "Too few calls" },
};

function sentenceOf(views: readonly BudgetView[]): { health: Health; sentence: string } {
  const broken = views.filter(({ verdict }) => verdict === "broken");
  const names = broken.map(({ words }) => words).join(", ");
  if (broken.length > 0)
    return { health: "critical", sentence: `Slower than its budget: ${names}.` };
  const kept = views.filter(({ verdict }) => verdict === "kept").length;
  if (kept === 0) return { health: "unknown", sentence: "Too few calls in 24 hours to say." };
  return {
    health: "ok",
    sentence: `No operation is slower than its budget; ${kept} were measured.`,
  };
}

/** Which operation is slow? Every founding budget over the last day. */
export function BudgetsPage({ zone, locale }: PageProps) {
  const query = trpc.capacity.budgets.useQuery(undefined, { refetchInterval: refreshMs });
  const views = query.data?.budgets;
  const ms = (value: number | null) =>
    value === null ? "–" : `${numberWords(Math.round(value), locale)} ms`;
  return (
    <AnswerPage
      title="Budgets"
      answer={views === undefined ? undefined : sentenceOf(views)}
      query={query}
    >
      <FigureTable
        caption="Operations against their performance budgets, last 24 hours"
        columns={[
          { title: "Operation" },
          { title: "Verdict" },
          { title: "p50", isFigure: true },
          { title: "p95 of budget", isFigure: true },
          { title: "p99 of budget", isFigure: true },
          { title: "Within p95 budget", isFigure: true },
          { title: "Calls", isFigure: true },
          { title: "Queries a call", isFigure: true },
        ]}
        rows={(views ?? []).map((view) => ({
          key: view.name,
          cells: [
            view.words,
            <span key="verdict" className="flex items-center gap-2">
              <HealthGlyph health={verdicts[view.verdict].health} name="" />
              {verdicts[view.verdict].words}
            </span>,
            ms(view.msP50),
            `${ms(view.msP95)} of ${ms(view.msP95Max)}`,
            `${ms(view.msP99)} of ${ms(view.msP99Max)}`,
            percentWords(view.within, locale, 2),
            numberWords(view.count, locale),
            view.statements === null
              ? "–"
              : `${numberWords(Math.round(view.statements.perCall * 10) / 10, locale)} in ${ms(view.statements.msPerCall)}`,
          ],
        }))}
      />
      <ul aria-label="p95 over time" className="grid gap-4 md:grid-cols-2">
        {(views ?? [])
          .filter(({ line }) => line.length > 1)
          .map((view) => (
            <li key={view.name} className="rounded-card border border-line bg-surface p-4">
              <h2 className="mb-2 text-heading">{view.words}</h2>
              <LateChart
                label={`${view.words}: p95 over the last 24 hours`}
                series={[{ label: "p95", points: view.line }]}
                thresholds={[
                  { label: `p95 budget ${ms(view.msP95Max)}`, value: view.msP95Max, tone: "warn" },
                ]}
                unitWords={ms}
                zone={zone}
                locale={locale}
              />
            </li>
          ))}
      </ul>
      <SlowCalls zone={zone} locale={locale} />
      <ViewCosts locale={locale} />
    </AnswerPage>
  );
}
