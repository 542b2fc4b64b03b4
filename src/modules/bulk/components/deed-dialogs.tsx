"use client";

import type { Selection } from "@/modules/tickets/components/queue/selection";
import type { AskedDeed } from "../client";
import { MacroDialog } from "./macro-dialog";
import { MergeDialog } from "./merge-dialog";
import { SnoozeDialog } from "./snooze-dialog";
import { TagsDialog } from "./tags-dialog";

export interface DeedDialogProps {
  readonly selection: Selection;
  readonly count: number;
  readonly onClose: () => void;
  readonly onChosen: (deed: AskedDeed) => void;
}
export type DeedDialog = "tags" | "snooze" | "macro" | "merge";

/** What needs more than a click: it says what will happen before it does. */
export default function DeedDialogs({ what, ...props }: DeedDialogProps & { what: DeedDialog }) {
  switch (what) {
    case "tags":
      return (
        <TagsDialog
          count={props.count}
          onClose={props.onClose}
          onChosen={(add, remove) => props.onChosen({ kind: "tags", add, remove })}
        />
      );
    case "snooze":
      return <SnoozeDialog {...props} />;
    case "macro":
      return <MacroDialog {...props} />;
    case "merge":
      return <MergeDialog {...props} />;
  }
}
