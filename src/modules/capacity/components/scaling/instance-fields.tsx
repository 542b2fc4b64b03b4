"use client";

import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { dollarsPerCpuMonth, type Instance } from "../../rules/scaling/consequences";

export type InstanceTexts = { readonly dollarsMonth: string; readonly speed: string };

const cpusPerInstance = 2;
const usualServiceMs = 20;
const usualJobsPerSecond = 10;

/** What counts until somebody says otherwise: the founding table's bill, and what was measured here. */
export const firstInstance = (kind: Instance["kind"], cpuMs: number | null): InstanceTexts => ({
  dollarsMonth: String(Math.round(dollarsPerCpuMonth() * cpusPerInstance)),
  speed: String(
    kind === "server" ? Math.round((cpuMs ?? usualServiceMs) * 10) / 10 : usualJobsPerSecond,
  ),
});

/** Null while a number is missing or makes no sense. */
export function instanceOf(texts: InstanceTexts, kind: Instance["kind"]): Instance | null {
  const [dollarsMonth, speed] = [texts.dollarsMonth, texts.speed].map((text) =>
    text.trim() === "" ? Number.NaN : Number(text),
  );
  if (dollarsMonth === undefined || !Number.isFinite(dollarsMonth) || dollarsMonth < 0) return null;
  if (kind === "holder") return { kind, dollarsMonth };
  if (speed === undefined || !Number.isFinite(speed) || speed <= 0) return null;
  return kind === "server"
    ? { kind, dollarsMonth, serviceMs: speed }
    : { kind, dollarsMonth, jobsPerSecond: speed };
}

interface InstanceFieldsProps {
  readonly texts: InstanceTexts;
  readonly kind: Instance["kind"];
  readonly onChange: (texts: InstanceTexts) => void;
}

/** What one more costs and does: by it the wait and the bill of each rule are worked out. */
export function InstanceFields({ texts, kind, onChange }: InstanceFieldsProps) {
  return (
    <div className="grid gap-4 md:grid-cols-2 wide:grid-cols-4">
      <Field label="One instance a month" hint="In dollars; the founding table for 2 CPU">
        {(control) => (
          <Input
            {...control}
            inputMode="decimal"
            autoComplete="off"
            value={texts.dollarsMonth}
            onChange={({ target }) => onChange({ ...texts, dollarsMonth: target.value })}
          />
        )}
      </Field>
      {kind !== "holder" && (
        <Field
          label={kind === "server" ? "CPU of a request" : "Jobs a second"}
          hint={
            kind === "server"
              ? "In milliseconds; as measured here, where it was"
              : "That one worker does"
          }
        >
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              autoComplete="off"
              value={texts.speed}
              onChange={({ target }) => onChange({ ...texts, speed: target.value })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
