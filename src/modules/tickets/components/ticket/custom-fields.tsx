"use client";

import { Pencil } from "lucide-react";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { type FieldDefinition, type FieldValue, valueWords } from "@/modules/fields/client";
import { useFields } from "@/modules/fields/components/use-fields";
import type { TicketRow } from "@/modules/tickets/client";
import { DescriptionList } from "@/ui/description-list";
import { useEditDetails } from "./use-edit-details";

const FieldInput = lazy(() =>
  import("@/modules/fields/components/field-input").then((part) => ({ default: part.FieldInput })),
);

/** The custom fields of a ticket: each shows its value and becomes its control. */
export function CustomFields({ row }: { row: TicketRow }) {
  const fields = useFields();
  const { editField } = useEditDetails();
  const shown = fields.filter((field) => field.active || row.fields[field.key] !== undefined);
  if (shown.length === 0) return null;
  return (
    <DescriptionList
      items={shown.map((field) => ({
        term: field.name,
        value: (
          <OneField
            field={field}
            value={row.fields[field.key] ?? null}
            frozen={row.status === "closed" || !field.active}
            onChange={(to) => editField(row, field, to)}
          />
        ),
      }))}
    />
  );
}

interface OneFieldProps {
  readonly field: FieldDefinition;
  readonly value: FieldValue | null;
  readonly frozen: boolean;
  readonly onChange: (to: FieldValue | null) => void;
}

function OneField({ field, value, frozen, onChange }: OneFieldProps) {
  const [editing, setEditing] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const words = valueWords(field, value);
  useEffect(() => {
    // The control is loaded by now or soon: focus goes to it when it stands there.
    if (!editing || box.current === null) return;
    const focus = () => box.current?.querySelector<HTMLElement>("input, select")?.focus();
    focus();
    const watcher = new MutationObserver(focus);
    watcher.observe(box.current, { childList: true });
    return () => watcher.disconnect();
  }, [editing]);
  const [closings, setClosings] = useState(0);
  useEffect(() => {
    // The opener stands there again, whoever was first to end the editing: Enter, or the blur it causes.
    if (closings > 0) opener.current?.focus();
  }, [closings]);
  const close = () => {
    setEditing(false);
    setClosings((count) => count + 1);
  };
  if (frozen)
    return <span className={value === null ? "text-ink-2" : ""}>{shownWords(words)}</span>;
  if (!editing)
    return (
      <button
        ref={opener}
        type="button"
        aria-label={`${field.name}: ${words}. Change`}
        onClick={() => setEditing(true)}
        className="-mx-1 group inline-flex min-h-6 max-w-full items-center gap-1 rounded-control px-1 text-start hover:bg-hover coarse:min-h-11"
      >
        <span className={`min-w-0 break-words ${value === null ? "text-ink-2" : ""}`}>
          {shownWords(words)}
        </span>
        <Pencil size={14} aria-hidden="true" className="shrink-0 text-ink-3" />
      </button>
    );
  return (
    <form
      ref={box}
      aria-label={field.name}
      onSubmit={(event) => {
        event.preventDefault();
        close();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setEditing(false);
      }}
    >
      <Suspense fallback={shownWords(words)}>
        <FieldInput
          field={field}
          value={value}
          onChange={onChange}
          control={{ id: `field-${field.key}` }}
        />
      </Suspense>
    </form>
  );
}

const shownWords = (words: string) => (words === "none" ? "None" : words);
