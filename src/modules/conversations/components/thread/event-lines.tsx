"use client";

import { lazy, Suspense } from "react";
import type { Entry } from "../entry";

const ActivityList = lazy(() => import("@/modules/tickets/components/ticket/activity-list"));

interface EventLinesProps {
  readonly entries: readonly Entry[];
  readonly unfolded: boolean;
}

/** What happened between two messages, as sentences; several fold into one line. */
export function EventLines({ entries, unfolded }: EventLinesProps) {
  const lines = (
    <Suspense fallback={<p className="min-h-4" />}>
      <ActivityList entries={entries} />
    </Suspense>
  );
  if (entries.length === 1) return lines;
  return (
    <details key={unfolded ? "open" : "shut"} open={unfolded} className="text-ink-3 text-small">
      <summary className="mx-auto flex min-h-6 w-fit items-center rounded-control px-2 hover:bg-hover">
        {entries.length} changes
      </summary>
      {lines}
    </details>
  );
}
