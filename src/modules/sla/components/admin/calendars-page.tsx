"use client";

import { lazy, Suspense, useState } from "react";
import { readError } from "@/modules/tickets/components/error-words";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { ErrorState } from "@/ui/error-state";
import { Skeleton } from "@/ui/skeleton";
import { weekdays } from "../../rules/calendar-definition";
import { writeHours } from "../../rules/hours-text";
import { placeOf } from "../place-of";
import { RecomputeLine } from "./recompute-line";

const CalendarEditor = lazy(() => import("./calendar-editor"));

export type CalendarRow = RouterOutputs["sla"]["policies"]["calendars"][number];

/** When do we work? Every calendar with its week, and who counts in it. */
export function CalendarsPage({ locale, zone }: { locale: string; zone: string }) {
  const query = trpc.sla.policies.useQuery();
  const [edited, setEdited] = useState<CalendarRow | "new" | null>(null);
  if (query.data === undefined && query.error) {
    const { words, reference } = readError(query.error);
    return (
      <ErrorState
        title="The calendars could not be loaded"
        reference={reference}
        onRetry={() => void query.refetch()}
      >
        {words}
      </ErrorState>
    );
  }
  const calendars = query.data?.calendars;
  return (
    <div className="flex min-w-0 max-w-page flex-col gap-4 p-4 md:p-6">
      <h1 className="sr-only">Calendars</h1>
      {calendars === undefined ? (
        <Skeleton className="h-8 w-80" />
      ) : (
        <p className="text-title">{answerOf(calendars)}</p>
      )}
      <RecomputeLine locale={locale} />
      {calendars && (
        <ul aria-label="Calendars" className="flex flex-col gap-2">
          {calendars.map((calendar) => (
            <li
              key={calendar.id}
              className="flex flex-wrap items-start gap-3 rounded-card border border-line bg-surface p-4"
            >
              <div className="min-w-0 flex-1 basis-narrow">
                <h2 className="text-heading">{calendar.name}</h2>
                <p className="text-ink-2 text-ui">{factsOf(calendar)}</p>
                <Week calendar={calendar} />
              </div>
              <Button onClick={() => setEdited(calendar)}>
                Edit<span className="sr-only"> {calendar.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button className="self-start" onClick={() => setEdited("new")}>
        New calendar
      </Button>
      {edited !== null && (
        <Suspense>
          <CalendarEditor
            key={edited === "new" ? "new" : edited.id}
            calendar={edited === "new" ? null : edited}
            locale={locale}
            zone={zone}
            onClose={() => setEdited(null)}
          />
        </Suspense>
      )}
    </div>
  );
}

function answerOf(calendars: readonly CalendarRow[]): string {
  const idle = calendars.filter(({ usedBy }) => usedBy.length === 0).length;
  const count = calendars.length === 1 ? "One calendar says" : `${calendars.length} calendars say`;
  if (idle === 0) return `${count} when we work.`;
  return `${count} when we work; ${idle} of them no policy counts in.`;
}

function factsOf({ definition, usedBy }: CalendarRow): string {
  const { holidays, exceptions, timeZone } = definition;
  const days = [
    holidays.length === 1 ? "1 holiday" : `${holidays.length} holidays`,
    Object.keys(exceptions).length === 1
      ? "1 day with hours of its own"
      : `${Object.keys(exceptions).length} days with hours of their own`,
  ];
  const users = usedBy.length === 0 ? "no policy counts in it" : `used by ${usedBy.join(", ")}`;
  return `Time of ${placeOf(timeZone)}; ${days.join(", ")}; ${users}`;
}

export const dayWords = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
} as const;

function Week({ calendar }: { calendar: CalendarRow }) {
  return (
    <dl className="mt-2 grid w-fit grid-cols-[auto_auto] gap-x-4 gap-y-0.5 text-ui tabular-nums">
      {weekdays.map((day) => {
        const hours = calendar.definition.weekly[day] ?? [];
        return (
          <div key={day} className="contents">
            <dt className="text-ink-2">{dayWords[day]}</dt>
            <dd>{hours.length === 0 ? "closed" : writeHours(hours)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
