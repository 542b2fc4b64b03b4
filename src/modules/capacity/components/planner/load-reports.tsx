"use client";

import { useId, useState } from "react";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { numberWords } from "@/ui/format/number";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import { FigureTable } from "../figure-table";

interface LoadReportsProps {
  readonly zone: string;
  readonly locale: string;
}

const nowStepMs = 60_000;

const nameOf = (file: string) =>
  file.replace(/\.json$/, "").slice(0, limits.planNameCharsMax) || "Load run";

/** What runs of the load scenarios found here: the newest says in the plan what is carried. */
export function LoadReports({ zone, locale }: LoadReportsProps) {
  const fileId = useId();
  const now = useNow(nowStepMs);
  const utils = trpc.useUtils();
  const query = trpc.capacity.plans.useQuery();
  const [problem, setProblem] = useState<string | null>(null);
  const settled = {
    onSettled: () =>
      Promise.all([utils.capacity.plans.invalidate(), utils.capacity.measuredTimes.invalidate()]),
    onError: ({ message }: { message: string }) => setProblem(message),
  };
  const keep = trpc.capacity.keepLoadReport.useMutation(settled);
  const remove = trpc.capacity.removeLoadReport.useMutation(settled);
  const take = async (file: File) => {
    setProblem(null);
    if (file.size > limits.loadReportCharsMax)
      setProblem("That file is too large to be a load report.");
    else keep.mutate({ commandId: newId(), name: nameOf(file.name), report: await file.text() });
  };
  const reports = query.data?.reports ?? [];
  return (
    <Card title="Load reports">
      <div className="flex flex-col gap-4">
        <div className="flex flex-col gap-1">
          <label htmlFor={fileId} className="font-semibold text-ui">
            Take in a report that npm run load wrote
          </label>
          <input
            id={fileId}
            type="file"
            accept="application/json,.json"
            disabled={keep.isPending}
            className="max-w-full text-ui file:me-3 file:min-h-control file:rounded-control file:border file:border-line-strong file:bg-raised file:px-3 file:font-semibold file:text-ink"
            aria-describedby={problem === null ? undefined : `${fileId}-problem`}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file !== undefined) void take(file);
              target.value = "";
            }}
          />
          {problem !== null && (
            <p id={`${fileId}-problem`} role="alert" className="text-bad text-ui">
              {problem}
            </p>
          )}
        </div>
        {reports.length > 0 && (
          <FigureTable
            caption="Load reports, the newest first: it counts"
            columns={[
              { title: "Report" },
              { title: "Run" },
              { title: "On" },
              { title: "Most at once", isFigure: true },
              { title: "Most a second", isFigure: true },
              { title: "To do" },
            ]}
            rows={reports.map(({ id, name, takenAt, madeOn, points }) => ({
              key: id,
              cells: [
                name,
                <Time key="at" value={takenAt} now={now} zone={zone} locale={locale} />,
                madeOn || "–",
                numberWords(Math.max(...points.map(([load]) => load)), locale),
                numberWords(Math.round(Math.max(...points.map((point) => point[1]))), locale),
                <Button
                  key="remove"
                  variant="quiet"
                  onClick={() => remove.mutate({ commandId: newId(), reportId: id })}
                >
                  Remove<span className="sr-only"> {name}</span>
                </Button>,
              ],
            }))}
          />
        )}
      </div>
    </Card>
  );
}
