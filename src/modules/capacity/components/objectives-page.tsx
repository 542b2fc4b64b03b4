"use client";

import { useState } from "react";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { numberWords, percentWords } from "@/ui/format/number";
import { HealthGlyph } from "@/ui/glyphs";
import { LateChart } from "@/ui/late-chart";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import { windowWords } from "../rules/incidents/words/windows";
import { AnswerPage } from "./answer-page";
import { FigureTable } from "./figure-table";
import { placeWords } from "./indicator-words";
import { ObjectiveFiles } from "./objective-files";
import {
  budgetWords,
  burnWords,
  healthOfBudget,
  noEndWords,
  type ObjectiveView,
  objectivesSentence,
  targetWords,
} from "./objectives-words";
import { SupportSection } from "./support/support-section";

const refreshMs = 10_000;

interface PageProps {
  readonly zone: string;
  readonly locale: string;
}

const columns = [
  { title: "Objective" },
  { title: "Promise" },
  { title: "Achieved", isFigure: true },
  { title: "Error budget, 30 days" },
  { title: "Burn, 1 h", isFigure: true },
  { title: "Burn, 6 h", isFigure: true },
  { title: "Runs out" },
  { title: "Good of all events", isFigure: true },
  { title: "Detail" },
];

/** Which promise breaks first? The objectives by what is left of their error budgets. */
export function ObjectivesPage({ zone, locale }: PageProps) {
  const query = trpc.capacity.objectives.useQuery(undefined, { refetchInterval: refreshMs });
  const [chosen, setChosen] = useState<ObjectiveView["name"] | null>(null);
  const now = useNow(refreshMs);
  const views = query.data?.objectives;
  const open = views?.find(({ name }) => name === chosen) ?? views?.[0];
  return (
    <AnswerPage
      title="Objectives"
      answer={views === undefined ? undefined : objectivesSentence(views)}
      query={query}
    >
      <FigureTable
        caption="Objectives by what is left of their error budgets"
        columns={columns}
        rows={(views ?? []).map((view) => ({
          key: view.name,
          cells: [
            <span key="name" className="flex items-center gap-2">
              <HealthGlyph health={healthOfBudget(view)} />
              {view.promise.words}
            </span>,
            targetWords(view.promise, locale),
            percentWords(view.achieved, locale, 3),
            budgetWords(view, locale),
            burnWords(view.burn?.["1h"], locale),
            burnWords(view.burn?.["6h"], locale),
            view.runsOutMs === null ? (
              noEndWords(view)
            ) : (
              <Time
                key="out"
                value={new Date(view.runsOutMs)}
                now={now}
                zone={zone}
                locale={locale}
              />
            ),
            `${numberWords(view.good, locale)} of ${numberWords(view.total, locale)}`,
            <Button
              key="open"
              variant="quiet"
              aria-pressed={view.name === open?.name}
              onClick={() => setChosen(view.name)}
            >
              Show
            </Button>,
          ],
        }))}
      />
      {open !== undefined && <Detail view={open} zone={zone} locale={locale} />}
      <SupportSection zone={zone} locale={locale} />
      <ObjectiveFiles />
    </AnswerPage>
  );
}

type Point = ObjectiveView["burnDown"][number];

/** What is used up twice is used up: its line runs along the bottom, not below the chart. */
const notBelowNothing = ({ value, ...at }: Point): Point => ({
  ...at,
  value: value === null ? null : Math.max(value, 0),
});

function Detail({ view, zone, locale }: PageProps & { view: ObjectiveView }) {
  const burned = trpc.capacity.burned.useQuery({ objective: view.name });
  const { words } = view.promise;
  const found = burned.data?.burned;
  const burnedBy = [
    { title: "Operation", since: "30 days", rows: found?.operations },
    { title: "Server", since: "24 hours", rows: found?.servers },
    { title: "Version", since: "24 hours", rows: found?.versions },
  ].filter(({ rows }) => rows !== undefined && rows.length > 0);
  const nothingBurned = found !== undefined && burnedBy.length === 0;
  return (
    <Card title={words}>
      <div className="flex flex-col gap-4">
        <LateChart
          titled
          label={`What was left of the error budget of ${words} over 30 days`}
          series={[{ label: "Error budget left", points: view.burnDown.map(notBelowNothing) }]}
          unitWords={(share) => percentWords(share, locale, 0)}
          zone={zone}
          locale={locale}
        />
        <FigureTable
          caption={`Burn rates of ${words} against their thresholds`}
          columns={[
            { title: "Alert" },
            { title: "Long window", isFigure: true },
            { title: "Short window", isFigure: true },
            { title: "Fires above", isFigure: true },
            { title: "State" },
          ]}
          rows={(view.alerts ?? []).map(({ severity, long, short, threshold, firing }) => ({
            key: `${long}-${short}`,
            cells: [
              severity === "page" ? "Wake somebody" : "Write a ticket",
              `${windowWords.en[long]}: ${burnWords(view.burn?.[long], locale)}`,
              `${windowWords.en[short]}: ${burnWords(view.burn?.[short], locale)}`,
              `${threshold}x in both`,
              firing === null ? "Too little measured" : firing ? "Firing" : "Quiet",
            ],
          }))}
        />
        {burnedBy.map(({ title, since, rows }) => (
          <FigureTable
            key={title}
            caption={`What used the error budget of ${words} in the last ${since}, by ${title.toLowerCase()}`}
            columns={[
              { title },
              { title: "Bad", isFigure: true },
              { title: "Good", isFigure: true },
              { title: "All", isFigure: true },
            ]}
            rows={(rows ?? []).map(({ what, bad, total }) => ({
              key: what,
              cells: [
                placeWords(what) || words,
                numberWords(bad, locale),
                numberWords(total - bad, locale),
                numberWords(total, locale),
              ],
            }))}
          />
        ))}
        {nothingBurned && (
          <p className="text-ink-2 text-ui">Nothing did: no event of the window was bad.</p>
        )}
      </div>
    </Card>
  );
}
