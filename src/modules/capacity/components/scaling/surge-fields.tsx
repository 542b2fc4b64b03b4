"use client";

import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import type { Surge } from "../../rules/scaling/replay";
import type { StepPolicy } from "../../rules/step-policy";

export type SurgeTexts = Readonly<Record<keyof Surge, string>>;

const labels: Readonly<Record<keyof Surge, string>> = {
  usual: "Usually",
  peak: "At the peak",
  minutesRising: "Minutes up, and down again",
  minutesAtPeak: "Minutes at the peak",
};
const names = ["usual", "peak", "minutesRising", "minutesAtPeak"] as const;

/** A surge that this rule has something to do with. */
export function firstSurge({ metric, min, scaleUp }: StepPolicy): SurgeTexts {
  const carried = metric === "cpu" ? scaleUp.above * Math.max(1, min) : scaleUp.above;
  return {
    usual: String(Math.round(carried / 2)),
    peak: String(carried * 3),
    minutesRising: "10",
    minutesAtPeak: "30",
  };
}

/** Null while a number is missing or makes no sense. */
export function surgeOf(texts: SurgeTexts): Surge | null {
  const number = (name: keyof Surge) =>
    texts[name].trim() === "" ? Number.NaN : Number(texts[name]);
  const usable = names.every((name) => Number.isFinite(number(name)) && number(name) >= 0);
  if (!usable) return null;
  return {
    usual: number("usual"),
    peak: number("peak"),
    minutesRising: number("minutesRising"),
    minutesAtPeak: number("minutesAtPeak"),
  };
}

interface SurgeFieldsProps {
  readonly texts: SurgeTexts;
  readonly metric: string;
  readonly onChange: (texts: SurgeTexts) => void;
}

export function SurgeFields({ texts, metric, onChange }: SurgeFieldsProps) {
  const unit = metric === "cpu" ? "Per cent of a core, all servers together" : "Jobs waiting";
  return (
    <div className="grid gap-4 md:grid-cols-2 wide:grid-cols-4">
      {names.map((name) => (
        <Field key={name} label={labels[name]} hint={name.startsWith("minutes") ? undefined : unit}>
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              autoComplete="off"
              value={texts[name]}
              onChange={({ target }) => onChange({ ...texts, [name]: target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
