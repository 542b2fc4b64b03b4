"use client";

import { type FormEvent, useState } from "react";
import { Refused } from "@/modules/responses/components/admin/refused";
import { useChange } from "@/modules/responses/components/admin/use-change";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { durationWords } from "@/ui/format/duration";
import { numberWords } from "@/ui/format/number";
import { Select } from "@/ui/select";
import {
  type LabOptions,
  labLengthMs,
  labProcessesMax,
  labScales,
  labScenarioNames,
  labScenarios,
  labTickets,
} from "../../rules/lab/options";

const first: LabOptions = {
  scenario: "smoke",
  minutesScale: 1,
  tickets: 20_000,
  webs: 1,
  realtimes: 1,
  workers: 1,
};

const counts = Array.from({ length: labProcessesMax }, (_, index) => String(index + 1));
const processFields = [
  { name: "webs", label: "Web processes" },
  { name: "realtimes", label: "Realtime processes" },
  { name: "workers", label: "Workers" },
] as const;

/** Asks for a run. What it costs those who work meanwhile is said before. */
export function StartRun({ locale }: { locale: string }) {
  const utils = trpc.useUtils();
  const start = trpc.capacity.startLoadRun.useMutation();
  const { change, busy, refused } = useChange();
  const [options, setOptions] = useState(first);
  const length = (given: LabOptions) => durationWords(labLengthMs(given), locale, "second");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void change(({ commandId }) => start.mutateAsync({ commandId, options }), {
      done: "The run was asked for",
      next: () => void utils.capacity.loadRuns.invalidate(),
    });
  };
  const pick =
    <Name extends keyof LabOptions>(name: Name, from: readonly LabOptions[Name][]) =>
    ({ target }: { target: { value: string } }) => {
      const value = from.find((each) => String(each) === target.value);
      if (value !== undefined) setOptions({ ...options, [name]: value });
    };
  return (
    <Card title="Start a run">
      <form onSubmit={submit} className="flex flex-col gap-4">
        <p className="max-w-prose text-ui">
          It brings a database and a store of its own and cannot be given those that people work
          with. It does share this machine: while it runs, everything else is slower. The first run
          of a size fills its database before.
        </p>
        <div className="grid gap-4 md:grid-cols-2 wide:grid-cols-3">
          <Field label="Scenario">
            {(control) => (
              <Select
                {...control}
                value={options.scenario}
                onChange={pick("scenario", labScenarioNames)}
                options={labScenarioNames.map((name) => ({
                  value: name,
                  label: `${labScenarios[name].label}: ${labScenarios[name].does}`,
                }))}
              />
            )}
          </Field>
          <Field label="Length">
            {(control) => (
              <Select
                {...control}
                value={String(options.minutesScale)}
                onChange={pick("minutesScale", labScales)}
                options={labScales.map((minutesScale) => ({
                  value: String(minutesScale),
                  label: length({ ...options, minutesScale }),
                }))}
              />
            )}
          </Field>
          <Field label="Tickets in its database">
            {(control) => (
              <Select
                {...control}
                value={String(options.tickets)}
                onChange={pick("tickets", labTickets)}
                options={labTickets.map((tickets) => ({
                  value: String(tickets),
                  label: numberWords(tickets, locale),
                }))}
              />
            )}
          </Field>
          {processFields.map(({ name, label }) => (
            <Field key={name} label={label}>
              {(control) => (
                <Select
                  {...control}
                  value={String(options[name])}
                  onChange={({ target }) =>
                    setOptions({ ...options, [name]: Number(target.value) })
                  }
                  options={counts.map((count) => ({ value: count, label: count }))}
                />
              )}
            </Field>
          ))}
        </div>
        <Refused words={refused} />
        <div>
          <Button type="submit" variant="primary" busy={busy}>
            Start the run
          </Button>
        </div>
      </form>
    </Card>
  );
}
