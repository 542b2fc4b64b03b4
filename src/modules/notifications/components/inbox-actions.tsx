"use client";

import { useActions } from "@/ui/actions/use-actions";
import type { InboxRow as Row } from "./use-inbox";

interface InboxActionsProps {
  readonly rows: readonly Row[];
  /** Where the keys stand; below 0 there is no row. */
  readonly at: number;
  readonly moveTo: (index: number) => void;
  readonly onTop: () => void;
  readonly onOpen: (row: Row) => void;
  readonly onDone: (row: Row) => void;
  readonly onSnooze: (row: Row) => void;
  readonly onUnread: (row: Row) => void;
}

/** The keys of the inbox. */
export function InboxActions(props: InboxActionsProps) {
  const { rows, at, moveTo } = props;
  const here = rows[at];
  const disabledReason = here === undefined ? "No notification here" : null;
  const withRow = (run: (row: Row) => void) => () => {
    if (here !== undefined) run(here);
  };
  useActions([
    { id: "item.next", run: () => moveTo(isFocused(here) ? at + 1 : at) },
    { id: "item.previous", run: () => moveTo(at - 1) },
    { id: "list.down", run: () => moveTo(at + 1) },
    { id: "list.up", run: () => moveTo(at - 1) },
    { id: "list.top", run: props.onTop },
    { id: "list.end", run: () => moveTo(rows.length - 1) },
    { id: "list.open", disabledReason, run: withRow(props.onOpen) },
    { id: "item.done", label: "Done", disabledReason, run: withRow(props.onDone) },
    { id: "item.snooze", disabledReason, run: withRow(props.onSnooze) },
    { id: "item.unread", disabledReason, run: withRow(props.onUnread) },
  ]);
  return null;
}

/** The first press of a key goes to the row where the keys stand, not past it. */
function isFocused(row: Row | undefined): boolean {
  const focused = document.activeElement?.closest("[data-row]");
  return row !== undefined && focused?.getAttribute("data-row") === row.id;
}
