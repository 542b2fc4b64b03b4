"use client";

import { attempt } from "@/modules/tickets/components/day/use-deed";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { Card } from "@/ui/card";
import { Checkbox } from "@/ui/checkbox";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast";

const delays = [
  { value: "0", label: "At once" },
  { value: "60", label: "An hour later" },
  { value: "1440", label: "A day later" },
  { value: "4320", label: "Three days later" },
];

/** Whether customers are asked by mail, and when; each choice is kept at once. */
export function AskingSettings() {
  const utils = trpc.useUtils();
  const { data } = trpc.satisfaction.settings.useQuery();
  const mutation = trpc.satisfaction.saveSettings.useMutation();
  if (data === undefined) return null;
  const { asks, delayMinutes } = data;
  const options = delays.some(({ value }) => value === String(delayMinutes))
    ? delays
    : [...delays, { value: String(delayMinutes), label: `${delayMinutes} minutes later` }];
  const save = (change: { asks?: boolean; delayMinutes?: number }) =>
    attempt(async () => {
      const next = { asks, delayMinutes, ...change };
      await mutation.mutateAsync({ commandId: newId(), ...next });
      await utils.satisfaction.settings.invalidate();
      toast({ text: next.asks ? "Customers are asked how it went" : "Nobody is asked by mail" });
    });
  return (
    <Card title="Asking">
      <div className="flex flex-col gap-4">
        <Checkbox
          label="Ask by mail after a ticket was solved"
          checked={asks}
          onChange={(event) => save({ asks: event.target.checked })}
        />
        <Field
          label="When"
          hint="Once for each solution, at most once a week for each person, and only where somebody answered. Never about spam."
        >
          {(control) => (
            <Select
              {...control}
              value={String(delayMinutes)}
              options={options}
              onChange={(event) => save({ delayMinutes: Number(event.target.value) })}
            />
          )}
        </Field>
      </div>
    </Card>
  );
}
