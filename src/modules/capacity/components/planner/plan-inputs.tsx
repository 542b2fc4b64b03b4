"use client";

import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { tiers } from "../../rules/figures/tiers";
import {
  type InputError,
  type PlanField,
  type PlanTexts,
  planFieldNames,
  planFields,
  presetOf,
} from "../../rules/planner/inputs";
import { ForecastFigures } from "./forecast-figures";
import { TodaysFigures } from "./todays-figures";

interface PlanInputsProps {
  readonly texts: PlanTexts;
  readonly errors: readonly InputError[];
  readonly onChange: (part: Partial<PlanTexts>) => void;
  readonly onReplace: (texts: PlanTexts) => void;
}

const presetWords = {
  small: "Small",
  medium: "Medium",
  large: "Large",
  enterprise: "Enterprise",
} as const;

/** What is measured and then changed by hand is not measured any more. */
const measuredFields: readonly PlanField[] = ["users", "tickets", "connections", "requests"];

export function PlanInputs({ texts, errors, onChange, onReplace }: PlanInputsProps) {
  const fields = (group: "load" | "people" | "costs") => (
    <div className="grid gap-4 md:grid-cols-2 wide:grid-cols-4">
      {planFieldNames
        .filter((name) => planFields[name].group === group)
        .map((name) => (
          <Field
            key={name}
            label={planFields[name].label}
            hint={planFields[name].hint}
            error={errors.find(({ field }) => field === name)?.message}
          >
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                autoComplete="off"
                value={texts[name]}
                onChange={({ target }) =>
                  onChange({
                    [name]: target.value,
                    ...(measuredFields.includes(name) ? { on: "", from: "" } : {}),
                  })
                }
              />
            )}
          </Field>
        ))}
    </div>
  );
  return (
    <>
      <Card title="What must it carry?">
        <div className="flex flex-col gap-4">
          <fieldset className="flex flex-wrap gap-2">
            <legend className="sr-only">Start from</legend>
            {tiers.map(({ tier }) => (
              <Button key={tier} onClick={() => onReplace(presetOf(tier, texts))}>
                {presetWords[tier]}
              </Button>
            ))}
            <TodaysFigures texts={texts} onReplace={onReplace} />
            <ForecastFigures texts={texts} onReplace={onReplace} />
          </fieldset>
          {fields("load")}
        </div>
      </Card>
      <Card title="How fast are people answered?">{fields("people")}</Card>
      <details className="rounded-card border border-line bg-surface">
        <summary className="flex min-h-control items-center px-4 font-semibold text-ui">
          Unit costs a month
        </summary>
        <div className="p-4">{fields("costs")}</div>
      </details>
    </>
  );
}
