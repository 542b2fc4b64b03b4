"use client";

import { useReadFilter } from "@/modules/tickets/components/queue/use-read-filter";
import { Field } from "@/ui/field";
import { Textarea } from "@/ui/textarea";

interface ConditionsFieldProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** Which tickets, in the language of every list; what was understood stands below as one types. */
export function ConditionsField({ value, error, onChange }: ConditionsFieldProps) {
  const { sentence, problem } = useReadFilter(value);
  return (
    <div className="flex flex-col gap-1">
      <Field
        label="Which tickets"
        id="conditions"
        hint="As in every list: priority:urgent, tag:billing, -channel:chat. Empty takes every ticket."
        error={error}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            spellCheck={false}
            value={value}
            className="font-mono"
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <p role="status" className={problem === null ? "text-ink-2 text-ui" : "text-ui text-warn"}>
        {problem ?? sentence}
      </p>
    </div>
  );
}
