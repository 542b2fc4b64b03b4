"use client";

import { Command } from "cmdk";
import * as Radix from "radix-ui/dialog";
import { useMemo, useState } from "react";
import { useAfterClose } from "../after-close";
import { announce } from "../announce";
import { scrimClass } from "../float-class";
import { latestUndoText } from "../toast-store";
import type { Action } from "./action";
import { useActionsContext } from "./context";
import { closeOpened } from "./open";
import { listedActions, nearest } from "./palette-actions";
import { type FoundGroup, useFound } from "./palette-found";
import { ActionRows, ChoiceRows } from "./palette-rows";
import { useAllActions } from "./use-actions";
import "../style-nonce";

const headingClass =
  "[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-ink-3 [&_[cmdk-group-heading]]:text-small";

const isArgument = (group: FoundGroup) => group.from === "argument";

/** Every action that can be done here, places and tickets, by typing a few letters. */
export default function Palette({ words }: { words: string }) {
  const { reasonAgainst, lastUsed, sources } = useActionsContext();
  const [typed, setTyped] = useState(words);
  const offered = useAllActions();
  const [order] = useState(lastUsed);
  const actions = useMemo(() => nearest(offered, [...order, "everywhere"]), [offered, order]);
  const [asked] = useState(() => sources.all());
  const found = useFound(typed, actions, asked);
  const listed = listedActions(actions, typed);
  const undoText = latestUndoText();
  const undo = listed.find((action) => action.id === "undo");
  const places = found.groups.filter((group) => !isArgument(group));
  const afterClose = useAfterClose();

  /** The page gets its focus back before the action, which may want to place it elsewhere. */
  const choose = (run: () => void, reason: string | null | undefined, label: string) => {
    if (reason) return announce(`${label}: ${reason}`);
    afterClose.choose(run);
    closeOpened();
  };
  const chooseAction = (action: Action) => {
    const reason = reasonAgainst(action);
    if (action.argument !== undefined && reason === null) {
      return setTyped(`${action.words?.[0] ?? action.label.toLocaleLowerCase()} `);
    }
    return choose(action.run, reason, action.label);
  };

  return (
    <Radix.Root open onOpenChange={closeOpened}>
      <Radix.Portal>
        <Radix.Overlay className={scrimClass} />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={afterClose.onCloseAutoFocus}
          className="fixed inset-x-2 top-2 z-50 mx-auto max-w-medium animate-appear overflow-hidden rounded-dialog border border-line bg-raised text-ink shadow-float md:top-[12dvh]"
        >
          <Radix.Title className="sr-only">Find an action, a place or a ticket</Radix.Title>
          <Command
            label="Palette"
            shouldFilter={false}
            loop
            className="flex max-h-[min(30rem,calc(100dvh-1rem))] flex-col"
          >
            <Command.Input
              value={typed}
              onValueChange={setTyped}
              placeholder="Type an action, a place or a number"
              className="min-h-12 shrink-0 border-line border-b bg-transparent px-4 text-body focus-visible:-outline-offset-2"
            />
            <Command.List className={`min-h-0 overflow-y-auto p-1 ${headingClass}`}>
              <Command.Empty className="p-4 text-center text-ink-2 text-ui">
                {found.searching ? "Searching" : `Nothing answers to “${typed}”. Try another word.`}
              </Command.Empty>
              {undo && undoText !== null && (
                <ActionRows
                  actions={[{ ...undo, label: `Undo: ${undoText}` }]}
                  onChoose={chooseAction}
                />
              )}
              <ChoiceRows groups={found.groups.filter(isArgument)} onChoose={choose} />
              {/* Before one types, what one most likely wants is a ticket; then it is an action. */}
              {typed === "" && <ChoiceRows groups={places} onChoose={choose} />}
              <ActionRows
                heading="Actions"
                actions={listed.filter((action) => action !== undo)}
                onChoose={chooseAction}
              />
              {typed !== "" && <ChoiceRows groups={places} onChoose={choose} />}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
