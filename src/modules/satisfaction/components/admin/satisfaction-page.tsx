"use client";

import { useState } from "react";
import { trpc } from "@/trpc/client";
import { EmptyState } from "@/ui/empty-state";
import { ErrorState } from "@/ui/error-state";
import { numberWords, percentWords } from "@/ui/format/number";
import { dayTime } from "@/ui/format/time";
import { useNow } from "@/ui/now-provider";
import { Select } from "@/ui/select";
import { SkeletonRows } from "@/ui/skeleton";
import { AskingSettings } from "./asking-settings";
import { RatingComments } from "./rating-comments";
import { Shares } from "./shares";

const ranges = [
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "A year" },
];

const percent = (good: number, rated: number) => percentWords(good / rated, undefined, 0);

/** Are customers content? In a sentence, by week, by agent and team, and in their own words. */
export function SatisfactionPage() {
  const [days, setDays] = useState("30");
  const query = trpc.satisfaction.summary.useQuery(
    { days: Number(days) },
    { placeholderData: (shown) => shown },
  );
  const { data } = query;
  const now = useNow();
  return (
    <div className="flex min-w-0 max-w-page flex-col gap-6 p-4 md:p-6">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h1 className="text-title">Satisfaction</h1>
          <p role="status" className="text-ink-2 text-ui">
            {data === undefined
              ? "Counting"
              : data.all.rated === 0
                ? "Nobody has rated anything in this time."
                : `${percent(data.all.good, data.all.rated)} of ${numberWords(data.all.rated)} ratings are good. ${numberWords(data.asked.answered)} of ${numberWords(data.asked.asked)} who were asked have answered.`}
          </p>
        </div>
        <Select
          aria-label="Time"
          className="max-w-narrow"
          value={days}
          options={ranges}
          onChange={(event) => setDays(event.target.value)}
        />
      </div>
      {query.error !== null && data === undefined && (
        <ErrorState title="The ratings could not be counted" onRetry={() => void query.refetch()}>
          {query.error.message}
        </ErrorState>
      )}
      {data === undefined && query.error === null && (
        <SkeletonRows rows={6} label="Counting the ratings" />
      )}
      {data?.all.rated === 0 && (
        <EmptyState title="No ratings in this time">
          Customers are asked after their ticket was solved, as set below.
        </EmptyState>
      )}
      {data !== undefined && data.all.rated > 0 && (
        <>
          <Shares
            title="By week"
            first="Week from"
            rows={data.weeks.map(({ week, ...counted }) => ({
              key: week,
              name: dayTime(new Date(`${week}T00:00:00Z`), { now, zone: "UTC" }),
              ...counted,
            }))}
          />
          <div className="grid gap-6 lg:grid-cols-2">
            <Shares title="By agent" first="Agent" rows={data.agents} />
            <Shares title="By team" first="Team" rows={data.teams} />
          </div>
        </>
      )}
      <RatingComments />
      <AskingSettings />
    </div>
  );
}
