"use client";

import { X } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { TicketRow } from "@/modules/tickets/client";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { durationWords } from "@/ui/format/duration";
import { IconButton } from "@/ui/icon-button";
import { Input } from "@/ui/input";
import { useNow } from "@/ui/now-provider";
import { readSpan } from "../../rules/span";
import { useMe } from "../me";
import { attempt } from "./use-deed";

type Aside = RouterOutputs["tickets"]["aside"];

/** How long a ticket took: a timer, and what is written by hand. */
export function TimeSpent({ row, aside }: { row: TicketRow; aside: Aside }) {
  const me = useMe();
  const now = useNow(1_000);
  const utils = trpc.useUtils();
  const start = trpc.tickets.startTimer.useMutation();
  const stop = trpc.tickets.stopTimer.useMutation();
  const add = trpc.tickets.addTime.useMutation();
  const remove = trpc.tickets.removeTime.useMutation();
  const [words, setWords] = useState("");
  const running = aside.times.find((one) => one.seconds === null && one.by.id === me.id);
  const about = () => ({ commandId: newId(), ticketId: row.id });
  const doing = (work: () => Promise<unknown>) =>
    attempt(async () => {
      await work();
      await utils.tickets.aside.invalidate({ number: row.number });
    });
  const spanMs = readSpan(words);
  const fits = spanMs !== null && spanMs > 0 && spanMs <= limits.timeSecondsMax * 1_000;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!fits) return;
    setWords("");
    doing(() => add.mutateAsync({ ...about(), seconds: Math.round(spanMs / 1_000) }));
  };
  const counted = aside.times.filter((one) => one.seconds !== null);
  return (
    <div className="flex flex-col items-start gap-2 text-ui">
      <p>
        {aside.secondsTotal === 0 ? (
          <span className="text-ink-2">None yet</span>
        ) : (
          `${durationWords(aside.secondsTotal * 1_000)} in all`
        )}
      </p>
      {running === undefined ? (
        <Button onClick={() => doing(() => start.mutateAsync(about()))}>Start the timer</Button>
      ) : (
        <Button onClick={() => doing(() => stop.mutateAsync(about()))}>
          Stop at{" "}
          <span className="tabular-nums" suppressHydrationWarning>
            {durationWords(Math.max(now.getTime() - Date.parse(running.startedAt), 1_000))}
          </span>
        </Button>
      )}
      <form onSubmit={submit} className="flex w-full items-center gap-2">
        <Input
          aria-label="Time to add, for example 15 min"
          placeholder="15 min"
          autoComplete="off"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button type="submit" disabledReason={fits ? null : "Write a time, like 1h or 15 min"}>
          Add
        </Button>
      </form>
      <ul className="flex w-full flex-col">
        {counted.map((one) => (
          <li key={one.id} className="flex min-h-6 items-center gap-2 text-small">
            <span className="min-w-0 flex-1 truncate">
              {one.by.name}
              {one.note !== "" && `: ${one.note}`}
            </span>
            <span className="tabular-nums">{durationWords((one.seconds ?? 0) * 1_000)}</span>
            {one.by.id === me.id && (
              <IconButton
                name={`Remove ${durationWords((one.seconds ?? 0) * 1_000)}`}
                icon={<X size={14} aria-hidden="true" />}
                onClick={() => doing(() => remove.mutateAsync({ ...about(), timeId: one.id }))}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
