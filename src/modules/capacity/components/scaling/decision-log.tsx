"use client";

import { trpc } from "@/trpc/client";
import { numberWords } from "@/ui/format/number";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import { FigureTable } from "../figure-table";
import type { PageProps } from "./scaling-page";

const refreshMs = 10_000;
const kindWords = { step: "Asked for", held: "Held", unmeasured: "Not measured" } as const;

/** What the rules asked for, and what held them back. */
export function DecisionLog({ zone, locale }: PageProps) {
  const query = trpc.capacity.scalingDecisions.useQuery(undefined, {
    refetchInterval: refreshMs,
  });
  const now = useNow(refreshMs);
  if (query.data === undefined)
    return query.error === null ? null : <p className="text-bad text-ui">{query.error.message}</p>;
  if (query.data.decisions.length === 0)
    return (
      <p className="text-ink-2 text-ui">
        No rule asked for a change in the last three days, and none was held back.
      </p>
    );
  return (
    <FigureTable
      caption="What the rules asked for and why, the newest first"
      columns={[
        { title: "When" },
        { title: "What" },
        { title: "Decision" },
        { title: "Running", isFigure: true },
        { title: "Wanted", isFigure: true },
        { title: "Why" },
      ]}
      rows={query.data.decisions.map(({ subject, at, kind, running, replicas, reason }) => ({
        key: `${subject} ${at}`,
        cells: [
          <Time key="at" value={at} now={now} zone={zone} locale={locale} />,
          subject,
          kindWords[kind],
          numberWords(running, locale),
          numberWords(replicas, locale),
          reason,
        ],
      }))}
    />
  );
}
