"use client";

import { Command } from "cmdk";
import { useRef, useState } from "react";
import type { MacroTarget } from "@/modules/tickets/components/ticket/start-macro";
import { Dialog } from "@/ui/dialog";
import { EmptyState } from "@/ui/empty-state";
import { ErrorState } from "@/ui/error-state";
import { menuItemClass } from "@/ui/float-class";
import { Skeleton } from "@/ui/skeleton";
import type { MacroView } from "../types";
import { MacroPreview } from "./macro-preview";
import { useMacros } from "./use-macros";
import "@/ui/style-nonce";

interface MacroChooserProps {
  readonly ticket: MacroTarget;
  readonly onClose: () => void;
}

const fits = (macro: MacroView, words: string) =>
  words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => macro.name.toLocaleLowerCase().includes(word));

/** A macro is chosen on the left and read on the right; nothing happens before one says so. */
export default function MacroChooser({ ticket, onClose }: MacroChooserProps) {
  const query = useMacros();
  const [words, setWords] = useState("");
  const [at, setAt] = useState("");
  const preview = useRef<HTMLDivElement>(null);
  const macros = query.data?.macros.filter((macro) => fits(macro, words.trim()));
  const chosen = macros?.find((macro) => macro.id === at) ?? macros?.[0];
  return (
    <Dialog
      open
      size="large"
      onOpenChange={(open) => !open && onClose()}
      title={`Apply a macro to #${ticket.number}`}
      description={ticket.subject}
    >
      {query.error !== null && macros === undefined && (
        <ErrorState title="The macros could not be loaded" onRetry={() => void query.refetch()}>
          {query.error.message}
        </ErrorState>
      )}
      {query.data?.macros.length === 0 ? (
        <EmptyState title="No macros yet">An admin makes them under Admin, Macros.</EmptyState>
      ) : (
        <Command
          label="Macros"
          shouldFilter={false}
          loop
          value={chosen?.id ?? ""}
          onValueChange={setAt}
          className="grid min-h-72 gap-4 md:grid-cols-[14rem_minmax(0,1fr)]"
        >
          <div className="flex min-w-0 flex-col gap-2">
            <Command.Input
              value={words}
              onValueChange={setWords}
              placeholder="Find a macro"
              className="min-h-control rounded-control border border-line-strong bg-raised px-2 text-body"
            />
            <Command.List className="max-h-72 overflow-y-auto max-md:max-h-40">
              {macros === undefined && <Skeleton className="h-8 w-full" />}
              {macros?.length === 0 && (
                <p className="p-2 text-ink-2 text-ui">No macro is called so.</p>
              )}
              {macros?.map((macro) => (
                <Command.Item
                  key={macro.id}
                  value={macro.id}
                  onSelect={() => focusIn(preview.current)}
                  className={`${menuItemClass} data-[selected=true]:bg-selected`}
                >
                  <span className="min-w-0 flex-1 truncate">{macro.name}</span>
                  {macro.scope.kind !== "everyone" && (
                    <span className="shrink-0 text-ink-3 text-small">
                      {macro.teamName ?? "yours"}
                    </span>
                  )}
                </Command.Item>
              ))}
            </Command.List>
          </div>
          <div ref={preview} className="min-w-0">
            {chosen !== undefined && (
              <MacroPreview key={chosen.id} ticket={ticket} macro={chosen} onDone={onClose} />
            )}
          </div>
        </Command>
      )}
    </Dialog>
  );
}

/** From the list into what was chosen: the text where it still needs words, else the button. */
function focusIn(box: HTMLElement | null): void {
  const first =
    box?.querySelector<HTMLElement>("textarea[aria-invalid]") ??
    box?.querySelector<HTMLElement>("[data-apply]");
  first?.focus();
}
