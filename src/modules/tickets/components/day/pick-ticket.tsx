"use client";

import { useDeferredValue, useId, useState } from "react";
import { statusWords, type TicketRow } from "@/modules/tickets/client";
import { trpc } from "@/trpc/client";
import { cx } from "@/ui/cx";
import { Field } from "@/ui/field";
import { StatusGlyph } from "@/ui/glyphs";
import { Input } from "@/ui/input";

interface PickTicketProps {
  readonly label: string;
  readonly exceptId: string;
  /** What is offered before anything is typed, in the filter language. */
  readonly first: string;
  readonly picked: TicketRow | null;
  readonly onPick: (ticket: TicketRow) => void;
}

const shownMax = 6;

function filterOf(words: string, first: string): string {
  const typed = words.trim();
  const number = /^#?(\d{1,15})$/.exec(typed)?.[1];
  if (number !== undefined) return `number:${number}`;
  return typed === "" ? first : `subject:"${typed.replaceAll('"', "")}"`;
}

/** Finds one other ticket, by number or words. */
export function PickTicket({ label, exceptId, first, picked, onPick }: PickTicketProps) {
  const [words, setWords] = useState("");
  const id = useId();
  const filter = useDeferredValue(filterOf(words, first));
  const found = trpc.tickets.list.useQuery({ filter, sort: "updated" });
  const rows = (found.data?.rows ?? []).filter((row) => row.id !== exceptId).slice(0, shownMax);
  return (
    <div className="flex flex-col gap-2">
      <Field label={label} hint="A number, or words of its subject">
        {(control) => (
          <Input
            {...control}
            type="search"
            autoComplete="off"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      <fieldset className="flex flex-col">
        <legend className="sr-only">Found</legend>
        {rows.map((row) => (
          <label
            key={row.id}
            className={cx(
              "flex min-h-control cursor-pointer items-center gap-2 rounded-control px-2 text-ui hover:bg-hover",
              picked?.id === row.id && "bg-selected",
            )}
          >
            <input
              type="radio"
              name={id}
              checked={picked?.id === row.id}
              onChange={() => onPick(row)}
              className="size-4 shrink-0 accent-accent"
            />
            <StatusGlyph status={row.status} name={statusWords[row.status]} />
            <span className="min-w-0 flex-1 truncate">{row.subject}</span>
            <span className="shrink-0 text-ink-3 text-small tabular-nums">
              #{row.number} · {row.requester.name}
            </span>
          </label>
        ))}
      </fieldset>
      {found.data !== undefined && rows.length === 0 && (
        <p className="text-ink-2 text-ui">No ticket is like that. Try its number.</p>
      )}
    </div>
  );
}
