"use client";

import { useState } from "react";
import { useMe } from "@/modules/tickets/components/me";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { Switch } from "@/ui/switch";
import type { Preferences, usePreferences } from "./use-preferences";

const usual = { fromMinute: 19 * 60, untilMinute: 7 * 60 };
const hourMinutes = 60;

const clock = (minute: number) => {
  const [hours, minutes] = [Math.floor(minute / hourMinutes), minute % hourMinutes];
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
};
const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour * hourMinutes),
  label: clock(hour * hourMinutes),
}));

function minuteOf(time: string): number | null {
  const [, hour, minute] = /^(\d{2}):(\d{2})/.exec(time) ?? [];
  return hour === undefined ? null : Number(hour) * hourMinutes + Number(minute);
}

interface QuietSettingsProps {
  readonly preferences: Preferences;
  readonly choose: ReturnType<typeof usePreferences>["choose"];
}

/** When nothing rings and no mail comes, and when the day's mail does. */
export function QuietSettings({ preferences, choose }: QuietSettingsProps) {
  const me = useMe();
  const { quiet, digestMinute } = preferences;
  const [problem, setProblem] = useState<string | null>(null);
  const setTime = (change: Partial<typeof usual>) => {
    const next = { ...(quiet ?? usual), ...change };
    const same = next.fromMinute === next.untilMinute;
    setProblem(same ? "Quiet hours need a beginning and an end that differ." : null);
    if (!same) void choose({ quiet: next });
  };
  const timeField = (label: string, part: keyof typeof usual) => (
    <Field id={`quiet-${part}`} label={label} error={part === "untilMinute" ? problem : null}>
      {(control) => (
        <Input
          {...control}
          type="time"
          key={quiet?.[part]}
          defaultValue={clock(quiet?.[part] ?? usual[part])}
          onBlur={({ target }) => {
            const minute = minuteOf(target.value);
            if (minute !== null && minute !== quiet?.[part]) setTime({ [part]: minute });
          }}
        />
      )}
    </Field>
  );
  return (
    <Card title="Quiet hours and digest">
      <div className="flex flex-col gap-4">
        <Switch
          label="Quiet hours"
          hint="Nothing rings, and mails wait until they end. The inbox goes on."
          checked={quiet !== null}
          onCheckedChange={(on) => void choose({ quiet: on ? usual : null })}
        />
        {quiet !== null && (
          <div className="flex flex-wrap gap-4">
            {timeField("From", "fromMinute")}
            {timeField("Until", "untilMinute")}
          </div>
        )}
        <Field id="digest-hour" label="Daily digest at" hint={`Your clock: ${me.timeZone}`}>
          {(control) => (
            <Select
              {...control}
              className="max-w-narrow"
              options={hours}
              value={String(Math.floor(digestMinute / hourMinutes) * hourMinutes)}
              onChange={({ target }) => void choose({ digestMinute: Number(target.value) })}
            />
          )}
        </Field>
      </div>
    </Card>
  );
}
