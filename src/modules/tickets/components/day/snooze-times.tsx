"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { useNow } from "@/ui/now-provider";
import { presets, readWhen } from "../../rules/when";
import { useMe } from "../me";

interface SnoozeTimesProps {
  /** A time in the words of whoever reads it. */
  readonly told: (at: Date) => string;
  readonly replyWords: string;
  readonly onChosen: (until: string) => void;
  /** What else can be done instead. */
  readonly children?: ReactNode;
}

/** A typed time, what one mostly wants, or a reply. */
export function SnoozeTimes({ told, replyWords, onChosen, children }: SnoozeTimesProps) {
  const me = useMe();
  const now = useNow();
  const [words, setWords] = useState("");
  const clock = { now, zone: me.timeZone };
  const typed = words.trim() === "" ? null : readWhen(words, clock);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed !== null) onChosen(typed.toISOString());
  };
  return (
    <>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field
          label="A time"
          hint="For example: fri 9, tomorrow 14:30, 3h, 27 nov"
          error={
            words.trim() !== "" && typed === null ? "This is no time that lies ahead." : undefined
          }
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
        <p role="status" className="min-h-5 text-ink-2 text-small">
          {typed !== null && told(typed)}
        </p>
        <Button
          type="submit"
          variant="primary"
          disabledReason={typed === null ? "Write a time" : null}
        >
          Snooze until then
        </Button>
      </form>
      <ul className="mt-4 flex flex-col gap-1 border-line border-t pt-3">
        {presets(clock).map((preset) => (
          <li key={preset.id}>
            <Button
              variant="quiet"
              className="h-auto! min-h-control w-full justify-start! text-start"
              onClick={() => onChosen(preset.at.toISOString())}
            >
              <span className="flex min-w-0 flex-col items-start py-1">
                {preset.label}
                <span className="font-normal text-ink-3 text-small">{told(preset.at)}</span>
              </span>
            </Button>
          </li>
        ))}
        <li>
          <Button
            variant="quiet"
            className="w-full justify-start!"
            onClick={() => onChosen("reply")}
          >
            {replyWords}
          </Button>
        </li>
        {children}
      </ul>
    </>
  );
}
