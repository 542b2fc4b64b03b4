"use client";

import { useState } from "react";
import { doesWords } from "@/modules/responses/components/admin/does-words";
import { useMacros } from "@/modules/responses/components/use-macros";
import { useNames } from "@/modules/tickets/components/ticket/use-names";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { EmptyState } from "@/ui/empty-state";
import { ErrorState } from "@/ui/error-state";
import { Field } from "@/ui/field";
import { numberWords } from "@/ui/format/number";
import { Input } from "@/ui/input";
import { Notice } from "@/ui/notice";
import { Skeleton } from "@/ui/skeleton";
import type { DeedDialogProps } from "./deed-dialogs";

type Macro = RouterOutputs["macros"]["list"]["macros"][number];

/** One macro for all that is chosen: what it does, how its text reads, and what stays done. */
export function MacroDialog({ selection, count, onClose, onChosen }: DeedDialogProps) {
  const query = useMacros();
  const [words, setWords] = useState("");
  const [at, setAt] = useState<string | null>(null);
  const macros = query.data?.macros.filter(({ name }) =>
    name.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase()),
  );
  const chosen = macros?.find(({ id }) => id === at);
  const [example] = selection.rows.values();
  const tickets = `${numberWords(count)} ticket${count === 1 ? "" : "s"}`;
  return (
    <Dialog
      open
      size="large"
      onOpenChange={(open) => !open && onClose()}
      title={`Apply a macro to ${tickets}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabledReason={chosen === undefined ? "Choose a macro" : null}
            onClick={() => {
              if (chosen === undefined) return;
              onClose();
              onChosen({ kind: "macro", macroId: chosen.id });
            }}
          >
            {chosen?.message?.kind === "reply"
              ? `Send a reply to ${tickets}`
              : `Apply to ${tickets}`}
          </Button>
        </>
      }
    >
      {query.error !== null && macros === undefined && (
        <ErrorState title="The macros could not be loaded" onRetry={() => void query.refetch()}>
          {query.error.message}
        </ErrorState>
      )}
      {query.data?.macros.length === 0 ? (
        <EmptyState title="No macros yet">An admin makes them under Admin, Macros.</EmptyState>
      ) : (
        <div className="grid min-h-72 content-start gap-4 md:grid-cols-[14rem_minmax(0,1fr)]">
          <div className="flex min-w-0 flex-col gap-2">
            <Field label="Find a macro">
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
            <fieldset className="max-h-72 overflow-y-auto max-md:max-h-40">
              <legend className="sr-only">Macros</legend>
              {macros === undefined && <Skeleton className="h-8 w-full" />}
              {macros?.length === 0 && <p className="text-ui">No macro is called so.</p>}
              {macros?.map(({ id, name }) => (
                <label
                  key={id}
                  className={`flex min-h-control cursor-pointer items-center gap-2 rounded-control px-2 text-ui hover:bg-hover ${id === at ? "bg-selected" : ""}`}
                >
                  <input
                    type="radio"
                    name="macro"
                    checked={id === at}
                    onChange={() => setAt(id)}
                    className="size-4 shrink-0 accent-accent"
                  />
                  <span className="min-w-0 flex-1 truncate">{name}</span>
                </label>
              ))}
            </fieldset>
          </div>
          <div role="status" className="min-w-0">
            {chosen !== undefined && (
              <What macro={chosen} tickets={tickets} example={example} key={chosen.id} />
            )}
          </div>
        </div>
      )}
    </Dialog>
  );
}

interface WhatProps {
  readonly macro: Macro;
  readonly tickets: string;
  readonly example: { readonly id: string; readonly number: number } | undefined;
}

/** What a macro does to each, and how its text reads on one of them. */
function What({ macro, tickets, example }: WhatProps) {
  const nameOf = useNames();
  const fields = trpc.fields.list.useQuery().data?.fields ?? [];
  const preview = trpc.macros.preview.useQuery(
    { ticketId: example?.id ?? "", id: macro.id },
    { enabled: example !== undefined },
  ).data;
  return (
    <section aria-label={`What “${macro.name}” does`} className="flex flex-col gap-3 text-ui">
      <p className="first-letter:uppercase">{doesWords(macro, nameOf, fields)}.</p>
      {macro.message?.kind === "reply" && (
        <Notice tone="warn" title="Replies cannot be taken back">
          They go out at once, to the requester of each of {tickets}. An undo brings back the
          fields; what was sent stays sent.
        </Notice>
      )}
      {macro.message?.kind === "note" && (
        <p className="text-ink-2">The notes stay after an undo; the fields go back.</p>
      )}
      {preview !== undefined && preview.missing.length > 0 && (
        <Notice tone="warn" title={`On #${example?.number} it cannot be applied`}>
          {preview.missing.map(({ says }) => says).join(". ")}.
        </Notice>
      )}
      {preview?.message != null && (
        <figure className="flex flex-col gap-1">
          <figcaption className="text-ink-2 text-small">
            As it reads on #{example?.number}
          </figcaption>
          <p className="whitespace-pre-wrap rounded-card border border-line bg-raised p-3">
            {preview.message.text}
          </p>
        </figure>
      )}
      <p className="text-ink-2 text-small">
        A ticket on which something of it is not possible is left as it is, with the reason.
      </p>
    </section>
  );
}
