"use client";

import { type FormEvent, useState } from "react";
import type { TicketRow } from "@/modules/tickets/client";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { fullTime } from "@/ui/format/time";
import { Input } from "@/ui/input";
import { useNow } from "@/ui/now-provider";
import { presets, readWhen } from "../../rules/when";
import { useMe } from "../me";
import { useSnooze } from "./use-snooze";

const dayMs = 24 * 3_600_000;

/** Until when a ticket is put aside: what one mostly wants, a typed time, or a reply. */
export function SnoozeDialog({ row, onClose }: { row: TicketRow; onClose: () => void }) {
  const me = useMe();
  const now = useNow();
  const [words, setWords] = useState("");
  const snooze = useSnooze();
  const customer = trpc.identity.customer.useQuery(
    { userId: row.requester.id },
    { staleTime: dayMs },
  ).data;
  const clock = { now, zone: me.timeZone };
  const typed = words.trim() === "" ? null : readWhen(words, clock);
  const theirZone = customer?.timeZone;
  const elsewhere = theirZone !== undefined && theirZone !== me.timeZone ? theirZone : null;
  const until = (at: Date | "reply") => {
    onClose();
    snooze(row, at === "reply" ? "reply" : at.toISOString());
  };
  const told = (at: Date) => {
    const mine = fullTime(at, { zone: me.timeZone, locale: me.locale });
    if (elsewhere === null) return mine;
    const theirs = fullTime(at, { zone: elsewhere, locale: me.locale });
    return `${mine}; for ${row.requester.name} ${theirs}`;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed !== null) until(typed);
  };
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title="Snooze until"
      description={`#${row.number} ${row.subject}`}
    >
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
              onClick={() => until(preset.at)}
            >
              <span className="flex min-w-0 flex-col items-start py-1">
                {preset.label}
                <span className="font-normal text-ink-3 text-small">{told(preset.at)}</span>
              </span>
            </Button>
          </li>
        ))}
        <li>
          <Button variant="quiet" className="w-full justify-start!" onClick={() => until("reply")}>
            Until {row.requester.name} replies
          </Button>
        </li>
        {row.snoozedUntil !== null && (
          <li>
            <Button
              variant="quiet"
              className="w-full justify-start!"
              onClick={() => {
                onClose();
                snooze(row, null);
              }}
            >
              Bring it back now
            </Button>
          </li>
        )}
      </ul>
    </Dialog>
  );
}
