"use client";

import { useState } from "react";
import { Field } from "@/ui/field";
import { fullTime } from "@/ui/format/time";
import { Input } from "@/ui/input";
import { dueOf, localInstant } from "../../rules/asked-at";
import type { CalendarDefinition } from "../../rules/calendar-definition";
import { compiledCalendar } from "../../rules/compiled-calendars";
import { readMinutes } from "../../rules/target-text";
import { placeOf } from "../place-of";

interface AskedAndDueProps {
  /** Null while something in the calendar is wrong. */
  readonly definition: CalendarDefinition | null;
  readonly locale: string;
  readonly now: Date;
}

/** "Asked then is due then", by the hours that stand in the editor at the moment. */
export function AskedAndDue({ definition, locale, now }: AskedAndDueProps) {
  const [asked, setAsked] = useState(`${now.toISOString().slice(0, 10)}T16:00`);
  const [target, setTarget] = useState("4 h");
  return (
    <section aria-label="Try it" className="flex flex-col gap-2 rounded-card bg-sunken p-4">
      <div className="flex flex-wrap items-end gap-4">
        <Field label="Asked" id="asked">
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              value={asked}
              onChange={(event) => setAsked(event.target.value)}
            />
          )}
        </Field>
        <Field label="Target" id="target">
          {(control) => (
            <Input
              {...control}
              value={target}
              onChange={(event) => setTarget(event.target.value)}
            />
          )}
        </Field>
      </div>
      <p role="status" className="text-heading">
        {answerOf(definition, asked, target, locale)}
      </p>
    </section>
  );
}

function answerOf(
  definition: CalendarDefinition | null,
  asked: string,
  target: string,
  locale: string,
): string {
  if (definition === null) return "– something in the calendar has to be corrected first";
  const minutes = readMinutes(target);
  if (minutes === null) return "– the target is no time, such as 4 h or 30 min";
  const calendar = compiledCalendar(definition);
  const askedMs = localInstant(calendar, asked);
  if (askedMs === null) return "– say when it was asked";
  const dueMs = dueOf(calendar, askedMs, minutes);
  if (dueMs === null) return "It is never due: the calendar has too few open hours.";
  const due = fullTime(new Date(dueMs), { zone: definition.timeZone, locale });
  return `It is due ${due}, time of ${placeOf(definition.timeZone)}.`;
}
