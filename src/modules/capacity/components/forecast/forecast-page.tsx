"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { trpc } from "@/trpc/client";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { numberWords } from "@/ui/format/number";
import { clockTime } from "@/ui/format/time";
import { LateChart } from "@/ui/late-chart";
import { Select } from "@/ui/select";
import { TextLink } from "@/ui/text-link";
import { AnswerPage } from "../answer-page";
import { BackTestFigures } from "./back-test-figures";
import { DaysAhead } from "./days-ahead";
import { type ForecastView, forecastSentence, methodWords } from "./forecast-words";

interface ForecastPageProps {
  readonly locale: string;
}

/** How much will come? The next four weeks by hour and day, and how wrong that would have been. */
export function ForecastPage({ locale }: ForecastPageProps) {
  const [calendarId, setCalendarId] = useState<string | undefined>();
  const query = trpc.capacity.forecast.useQuery(calendarId === undefined ? {} : { calendarId }, {
    placeholderData: keepPreviousData,
  });
  const view = query.data;
  return (
    <AnswerPage
      title="Forecast"
      answer={view === undefined ? undefined : forecastSentence(view, locale)}
      query={query}
    >
      {view?.calendar != null && (
        <Field label="Days and holidays by" className="max-w-small">
          {(control) => (
            <Select
              {...control}
              value={view.calendar?.id}
              onChange={({ target }) => setCalendarId(target.value)}
              options={view.calendars.map(({ id, name, timeZone }) => ({
                value: id,
                label: `${name}, ${timeZone}`,
              }))}
            />
          )}
        </Field>
      )}
      {view !== undefined && view.forecast !== null && (
        <Foretold view={view} forecast={view.forecast} locale={locale} />
      )}
      {view !== undefined && view.forecast === null && (
        <p className="max-w-prose text-ink-2 text-ui">
          Every hour is counted from the tickets themselves, imported ones too, within a day. Four
          weeks teach the course of a week, and four more prove it.
        </p>
      )}
    </AnswerPage>
  );
}

interface ForetoldProps extends ForecastPageProps {
  readonly view: ForecastView;
  readonly forecast: NonNullable<ForecastView["forecast"]>;
}

function Foretold({ view, forecast, locale }: ForetoldProps) {
  const zone = view.calendar?.timeZone ?? "UTC";
  const line = (read: (hour: (typeof forecast.hours)[number]) => number | null) =>
    forecast.hours.map((hour) => ({ atMs: hour.atMs, value: read(hour) }));
  const until = view.countedUntilMs;
  return (
    <>
      <Card title="Tickets an hour">
        <div className="flex flex-col gap-2">
          <LateChart
            label="Tickets an hour: the last two weeks as counted, the next four as expected"
            series={[
              { label: "Came", points: view.recent },
              { label: "Expected", points: line(({ expected }) => expected) },
              { label: "At most, 19 times in 20", points: line(({ high }) => high) },
            ]}
            heightPx={240}
            unitWords={(value) => numberWords(Math.round(value * 10) / 10, locale)}
            zone={zone}
            locale={locale}
          />
          <p className="max-w-prose text-ink-2 text-small">
            Solid: what came. Dashed: what is expected. Dotted: what is exceeded once in twenty
            hours.{" "}
            {until !== null && `Counted up to ${clockTime(new Date(until), { zone, locale })}.`}
          </p>
        </div>
      </Card>
      <DaysAhead days={forecast.days} zone={zone} locale={locale} />
      <Card title="How wrong would it have been?">
        <div className="flex flex-col gap-4">
          <p className="max-w-prose text-ui">{methodWords(forecast, locale)}</p>
          <BackTestFigures backTest={forecast.backTest} locale={locale} />
        </div>
      </Card>
      <p className="text-ui">
        <TextLink href="/admin/planner">Plan people and servers</TextLink> with “From the forecast”:
        it takes the fullest of these days.
      </p>
    </>
  );
}
