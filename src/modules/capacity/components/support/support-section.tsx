"use client";

import { useState } from "react";
import { metricWords } from "@/modules/sla/client";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { durationWords } from "@/ui/format/duration";
import { numberWords, percentWords } from "@/ui/format/number";
import { HealthGlyph } from "@/ui/glyphs";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import { supportObjectives } from "../../rules/figures/support-objectives";
import { FigureTable } from "../figure-table";
import { burnWords, healthOfBudget } from "../objectives-words";
import { DelayParts } from "./delay-parts";

type Broken = RouterOutputs["capacity"]["supportObjectives"]["broken"][number];

const columns = [
  { title: "Objective" },
  { title: "Promise" },
  { title: "Achieved", isFigure: true },
  { title: "Error budget, 30 days" },
  { title: "Burn, 1 h", isFigure: true },
  { title: "Burn, 6 h", isFigure: true },
  { title: "Kept of all promises", isFigure: true },
];
const refreshMs = 60_000;
const keyOf = ({ number, metric }: Broken) => `${number}-${metric}`;

interface SectionProps {
  readonly zone: string;
  readonly locale: string;
}

/** What customers are promised, in the form of what machines promise, and where broken promises' minutes went. */
export function SupportSection({ zone, locale }: SectionProps) {
  const { data } = trpc.capacity.supportObjectives.useQuery(undefined, {
    refetchInterval: refreshMs,
  });
  const now = useNow(refreshMs);
  const [open, setOpen] = useState<string | null>(null);
  if (data === undefined) return null;
  return (
    <section className="flex min-w-0 flex-col gap-4">
      <h2 className="text-heading">Promises to customers</h2>
      <FigureTable
        caption="Promises to customers by metric"
        columns={columns}
        rows={data.objectives.map((view) => ({
          key: view.name,
          cells: [
            <span key="name" className="flex items-center gap-2">
              <HealthGlyph health={healthOfBudget(view)} />
              {supportObjectives[view.name].words}
            </span>,
            `${percentWords(view.promised, locale, 3)} kept`,
            percentWords(view.achieved, locale, 1),
            view.budgetLeft === null
              ? `Too few promises (${numberWords(view.total, locale)})`
              : view.budgetLeft <= 0
                ? "Used up"
                : `${percentWords(view.budgetLeft, locale, 0)} left`,
            burnWords(view.burn?.["1h"], locale),
            burnWords(view.burn?.["6h"], locale),
            `${numberWords(view.good, locale)} of ${numberWords(view.total, locale)}`,
          ],
        }))}
      />
      <Card title="Where the minutes went">
        {data.broken.length === 0 ? (
          <p className="text-ui">No promise was broken in 30 days.</p>
        ) : (
          <ul aria-label="Broken promises, the last one first" className="flex flex-col">
            {data.broken.map((each) => (
              <li key={keyOf(each)} className="border-line border-b py-2 last:border-b-0">
                <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ui">
                  <span className="min-w-0 flex-1 basis-48 break-words">
                    {`#${each.number} ${each.subject}`}
                    <span className="block text-ink-2 text-small">
                      {`${metricWords[each.metric]}, was due `}
                      <Time value={each.dueAt} {...{ now, zone, locale }} style="moment" />
                    </span>
                  </span>
                  <Button
                    variant="quiet"
                    aria-expanded={open === keyOf(each)}
                    aria-label={`Where the minutes of #${each.number} went`}
                    onClick={() => setOpen(open === keyOf(each) ? null : keyOf(each))}
                  >
                    Where it went
                  </Button>
                </div>
                {open === keyOf(each) && (
                  <DelayParts
                    number={each.number}
                    metric={each.metric}
                    words={(ms) => durationWords(ms, locale)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </section>
  );
}
