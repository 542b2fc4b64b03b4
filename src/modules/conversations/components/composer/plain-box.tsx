"use client";

import { useActions } from "@/ui/actions/use-actions";
import { Textarea } from "@/ui/textarea";
import { begin, begunText, wishToSend } from "./begun";
import type { DraftKey } from "./drafts/draft";

interface PlainBoxProps {
  /** Of which draft. */
  readonly of: DraftKey;
  readonly requesterName: string;
  readonly isNote: boolean;
}

/** Where one can type at once, until everything else that belongs to writing has come. */
export function PlainBox({ of, requesterName, isNote }: PlainBoxProps) {
  useActions([{ id: "composer.send", run: () => wishToSend(of) }]);
  return (
    // As high as what takes its place, so that nothing moves.
    <div className={isNote ? "bg-note-paper p-3 pb-14" : "p-3 pb-14"}>
      <Textarea
        id="composer"
        rows={2}
        aria-label={isNote ? "Internal note" : `Reply to ${requesterName}`}
        placeholder={isNote ? "Only your team reads this" : `Write to ${requesterName}`}
        defaultValue={begunText(of)}
        onChange={(event) => begin(of, event.target.value)}
        className={isNote ? "border-note-edge! border-dashed!" : ""}
      />
    </div>
  );
}
