"use client";

import { activityWords } from "@/modules/tickets/client";
import { useMe } from "@/modules/tickets/components/me";
import { useNames } from "@/modules/tickets/components/ticket/use-names";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import type { Entry } from "../entry";

interface EventLinesProps {
  readonly entries: readonly Entry[];
  readonly unfolded: boolean;
}

/** What happened between two messages, as sentences; several fold into one line. */
export function EventLines({ entries, unfolded }: EventLinesProps) {
  if (entries.length === 1) return <Lines entries={entries} />;
  return (
    <details key={unfolded ? "open" : "shut"} open={unfolded} className="text-ink-3 text-small">
      <summary className="mx-auto flex min-h-6 w-fit items-center rounded-control px-2 hover:bg-hover">
        {entries.length} changes
      </summary>
      <Lines entries={entries} />
    </details>
  );
}

function Lines({ entries }: { entries: readonly Entry[] }) {
  const names = useNames();
  const now = useNow();
  const { timeZone: zone, locale } = useMe();
  return (
    <ul className="flex flex-col items-center gap-1 text-center text-ink-3 text-small">
      {entries.map((entry) => (
        <li key={entry.id}>
          {activityWords({ ...entry, detail: entry.detail }, names)},{" "}
          <Time value={entry.at} now={now} zone={zone} locale={locale} />
        </li>
      ))}
    </ul>
  );
}
