"use client";

import { useState } from "react";
import { readError } from "@/modules/tickets/components/error-words";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { AlertDialog } from "@/ui/alert-dialog";
import { Button } from "@/ui/button";
import { Dialog, DialogClose } from "@/ui/dialog";
import { ErrorSummary } from "@/ui/error-summary";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { useNow } from "@/ui/now-provider";
import { Textarea } from "@/ui/textarea";
import { toast } from "@/ui/toast";
import { weekdays } from "../../rules/calendar-definition";
import { AskedAndDue } from "./asked-and-due";
import {
  aroundTheClock,
  type CalendarProblems,
  calendarFormOf,
  readCalendarForm,
} from "./calendar-form";
import { type CalendarRow, dayWords } from "./calendars-page";

interface CalendarEditorProps {
  readonly calendar: CalendarRow | null;
  readonly locale: string;
  readonly zone: string;
  readonly onClose: () => void;
}

/** A calendar: zone, week with its breaks, holidays, days of their own; and what it makes of a question. */
export default function CalendarEditor({ calendar, locale, zone, onClose }: CalendarEditorProps) {
  const utils = trpc.useUtils();
  const now = useNow();
  const save = trpc.sla.saveCalendar.useMutation();
  const retire = trpc.sla.retireCalendar.useMutation();
  const [form, setForm] = useState(() => calendarFormOf(calendar, zone));
  const [problems, setProblems] = useState<CalendarProblems>({});
  const [attempt, setAttempt] = useState(0);
  const read = readCalendarForm(form, now.getTime());
  const set = (more: Partial<typeof form>) => setForm({ ...form, ...more });

  const refuse = (found: CalendarProblems) => {
    setProblems(found);
    setAttempt(attempt + 1);
  };
  const changed = () => {
    void utils.sla.policies.invalidate();
    void utils.sla.recompute.invalidate();
    onClose();
  };
  const onSave = () => {
    const name = form.name.trim();
    const unnamed: CalendarProblems = name === "" ? { name: "The calendar needs a name." } : {};
    if ("problems" in read) return refuse({ ...unnamed, ...read.problems });
    if (name === "") return refuse(unnamed);
    if (save.isPending) return;
    const { holidays, exceptions, weekly, timeZone } = read.definition;
    save
      .mutateAsync({
        commandId: newId(),
        calendarId: calendar?.id ?? null,
        ...(calendar === null ? {} : { seenVersion: calendar.version }),
        name,
        definition: {
          timeZone,
          weekly: plain(weekly),
          holidays: [...holidays],
          exceptions: plain(exceptions),
        },
      })
      .then(() => {
        toast({ text: `${name} is saved. Open tickets are read again.`, tone: "good" });
        changed();
      })
      .catch((error: unknown) => refuse({ name: readError(error).words }));
  };
  const onRetire = () => {
    if (calendar === null) return;
    retire
      .mutateAsync({ commandId: newId(), calendarId: calendar.id })
      .then(changed)
      .catch((error: unknown) => refuse({ name: readError(error).words }));
  };
  const used = calendar === null ? [] : calendar.usedBy;

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="large"
      title={calendar === null ? "New calendar" : `Calendar ${calendar.name}`}
      description="Targets are counted in these hours alone."
      footer={
        <>
          {calendar !== null && used.length > 0 && (
            <Button
              variant="danger"
              disabledReason={`${used.join(", ")} ${used.length === 1 ? "counts" : "count"} in it`}
            >
              Remove
            </Button>
          )}
          {calendar !== null && used.length === 0 && (
            <AlertDialog
              title={`Remove ${calendar.name}?`}
              loses="Its hours and holidays. No policy counts in it."
              confirm="Remove the calendar"
              onConfirm={onRetire}
              trigger={<Button variant="danger">Remove</Button>}
            />
          )}
          <DialogClose>
            <Button variant="quiet">Discard changes</Button>
          </DialogClose>
          <Button variant="primary" busy={save.isPending} onClick={onSave}>
            Save calendar
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ErrorSummary
          errors={Object.entries(problems).map(([id, message]) => ({
            id,
            label: labelOf(id),
            message,
          }))}
          attempt={attempt}
        />
        <div className="grid gap-4 md:grid-cols-2">
          <Field label="Name" id="name" error={problems.name}>
            {(control) => (
              <Input
                {...control}
                value={form.name}
                maxLength={120}
                onChange={(event) => set({ name: event.target.value })}
              />
            )}
          </Field>
          <Field label="Time zone" id="timeZone" error={problems.timeZone}>
            {(control) => (
              <>
                <Input
                  {...control}
                  list="time-zones"
                  value={form.timeZone}
                  onChange={(event) => set({ timeZone: event.target.value })}
                />
                <datalist id="time-zones">
                  {Intl.supportedValuesOf("timeZone").map((name) => (
                    <option key={name} value={name} />
                  ))}
                </datalist>
              </>
            )}
          </Field>
        </div>
        <fieldset className="flex flex-col gap-2">
          <legend className="font-semibold text-ui">The week</legend>
          <p className="text-ink-2 text-small">
            Hours with their breaks, such as 09:00-12:30, 13:30-17:00. Empty is closed.
          </p>
          <div className="grid gap-x-4 gap-y-2 md:grid-cols-2">
            {weekdays.map((day) => (
              <Field key={day} label={dayWords[day]} id={day} error={problems[day]}>
                {(control) => (
                  <Input
                    {...control}
                    value={form.week[day]}
                    placeholder="closed"
                    onChange={(event) => set({ week: { ...form.week, [day]: event.target.value } })}
                  />
                )}
              </Field>
            ))}
          </div>
          <Button className="self-start" onClick={() => set({ week: aroundTheClock })}>
            Open around the clock
          </Button>
        </fieldset>
        <div className="grid gap-4 md:grid-cols-2">
          <Field
            label="Holidays"
            id="holidays"
            optional
            hint="One date a line: 2026-12-25"
            error={problems.holidays}
          >
            {(control) => (
              <Textarea
                {...control}
                rows={4}
                value={form.holidays}
                onChange={(event) => set({ holidays: event.target.value })}
              />
            )}
          </Field>
          <Field
            label="Days with other hours"
            id="exceptions"
            optional
            hint="One day a line: 2026-12-24 09:00-12:00"
            error={problems.exceptions}
          >
            {(control) => (
              <Textarea
                {...control}
                rows={4}
                value={form.exceptions}
                onChange={(event) => set({ exceptions: event.target.value })}
              />
            )}
          </Field>
        </div>
        <AskedAndDue
          definition={"definition" in read ? read.definition : null}
          locale={locale}
          now={now}
        />
      </div>
    </Dialog>
  );
}

const isDay = (id: string): id is keyof typeof dayWords => id in dayWords;
const labels: Readonly<Record<string, string>> = {
  name: "Name",
  timeZone: "Time zone",
  holidays: "Holidays",
  exceptions: "Days with other hours",
};
const labelOf = (id: string) => (isDay(id) ? dayWords[id] : (labels[id] ?? id));

type Hours = readonly (readonly [string, string])[];

/** What the rules only read, the API takes as lists of its own. */
const plain = (days: Readonly<Record<string, Hours | undefined>>) =>
  Object.fromEntries(
    Object.entries(days).map(([day, hours = []]) => [
      day,
      hours.map(([opens, closes]): [string, string] => [opens, closes]),
    ]),
  );
