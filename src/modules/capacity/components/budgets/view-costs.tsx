"use client";

import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { bytesWords, numberWords } from "@/ui/format/number";
import { FigureTable } from "../figure-table";
import { StatementPlan } from "./statement-plan";

/** What the first page of each view costs, measured when somebody asks: it takes the database's time. */
export function ViewCosts({ locale }: { locale: string }) {
  const query = trpc.capacity.viewCosts.useQuery(undefined, { enabled: false });
  const views = query.data?.views;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-heading">Views</h2>
      <p className="max-w-prose text-ink-2 text-ui">
        The first page of each view that you see, read three times now; the middle counts.
      </p>
      <div>
        <Button busy={query.isFetching} onClick={() => void query.refetch()}>
          Measure the views
        </Button>
      </div>
      {query.error !== null && <p className="text-bad text-ui">{query.error.message}</p>}
      {views !== undefined && (
        <FigureTable
          caption="What the first page of each view costs, the slowest first"
          columns={[
            { title: "View" },
            { title: "Took", isFigure: true },
            { title: "Tickets", isFigure: true },
            { title: "Statements", isFigure: true },
            { title: "Answer", isFigure: true },
            { title: "Plan" },
          ]}
          rows={views.map((view) => ({
            key: view.id,
            cells: [
              view.name,
              view.ms === null ? "–" : `${numberWords(view.ms, locale)} ms`,
              numberWords(view.rows, locale),
              numberWords(view.statements, locale),
              bytesWords(view.payloadBytes, locale),
              view.problem ?? (
                <StatementPlan key="plan" summary="How it is read" text={null} plan={view.plan} />
              ),
            ],
          }))}
        />
      )}
    </section>
  );
}
