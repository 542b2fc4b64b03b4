"use client";

import { fullTime } from "@/ui/format/time";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import { type ActivityFact, activityWords } from "../../rules/activity-words";
import { useMe } from "../me";

interface ActivityListProps {
  readonly entries: readonly (Pick<ActivityFact, "kind" | "actor" | "names"> & {
    readonly id: string;
    readonly at: string;
    readonly detail?: unknown;
  })[];
}

/** What happened, as sentences; apart from the first load, which has no room for all of them. */
export default function ActivityList({ entries }: ActivityListProps) {
  const now = useNow();
  const { timeZone: zone, locale } = useMe();
  const told = (iso: string) => fullTime(new Date(iso), { zone, locale });
  return (
    <ul className="flex flex-col items-center gap-1 text-center text-ink-3 text-small">
      {entries.map((entry) => (
        <li key={entry.id}>
          {activityWords({ ...entry, detail: entry.detail }, told)},{" "}
          <Time value={entry.at} now={now} zone={zone} locale={locale} />
        </li>
      ))}
    </ul>
  );
}
