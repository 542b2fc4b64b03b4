"use client";

import { type RouterOutputs, trpc } from "@/trpc/client";
import { Card } from "@/ui/card";
import { AnswerPage } from "../answer-page";
import type { Health } from "../process-health";
import { FigureEditor } from "./figure-editor";
import { FigureVersions } from "./figure-versions";

type Figures = RouterOutputs["capacity"]["figures"];
export type FigureTableView = Figures["tables"][number];
export interface PageProps {
  readonly zone: string;
  readonly locale: string;
}

const tableWords: Readonly<Record<FigureTableView["figure"], { title: string; says: string }>> = {
  indicators: {
    title: "Indicators",
    says: "The tiles of the overview, their incidents, and surge mode (response time and pool) follow.",
  },
  objectives: {
    title: "Objectives",
    says: "Error budgets, burn rates, what burned them and the files to take along follow, also for the 30 days that have passed; load runs that have begun keep their own.",
  },
  support: {
    title: "Promises to customers",
    says: "How many of the promises of SLA policies have to be kept. The times themselves stand in the policies.",
  },
  budgets: {
    title: "Budgets",
    says: "What an operation may take, on the page of budgets and in the load runs that begin from now on.",
  },
  incidents: {
    title: "Incidents",
    says: "How long something has to be bad until an incident opens, and good until it ends.",
  },
};

function sentenceOf(tables: readonly FigureTableView[]): { health: Health; sentence: string } {
  const own = tables.filter(({ set }) => Object.keys(set).length > 0);
  if (own.length === 0)
    return { health: "ok", sentence: "Everything is judged by the founding values." };
  const names = own.map(({ figure }) => tableWords[figure].title.toLowerCase()).join(", ");
  return { health: "ok", sentence: `Judged by values of your own: ${names}.` };
}

/** What counts as too much? Every threshold, the founding value beside it, and who changed it why. */
export function FiguresPage({ zone, locale }: PageProps) {
  const query = trpc.capacity.figures.useQuery();
  const tables = query.data?.tables;
  return (
    <AnswerPage
      title="What counts as too much?"
      answer={tables === undefined ? undefined : sentenceOf(tables)}
      query={query}
    >
      {(tables ?? []).map((table) => (
        <Card key={table.figure} title={tableWords[table.figure].title}>
          <div className="flex flex-col gap-4">
            <p className="max-w-prose text-ui">{tableWords[table.figure].says}</p>
            <FigureEditor table={table} edgesMs={query.data?.edgesMs ?? []} locale={locale} />
            <FigureVersions table={table} zone={zone} locale={locale} />
          </div>
        </Card>
      ))}
    </AnswerPage>
  );
}
