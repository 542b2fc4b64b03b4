"use client";

import { Button } from "@/ui/button";
import type { Draft } from "./drafts/draft";

interface DraftConflictProps {
  readonly draft: Draft;
  readonly onDecide: (choice: "mine" | "theirs" | "both") => void;
}

/** One wrote on two devices: both texts are shown, and one chooses. Nothing is lost until then. */
export default function DraftConflict({ draft, onDecide }: DraftConflictProps) {
  const { other } = draft;
  if (other === null) return null;
  return (
    <div
      role="alert"
      className="flex flex-col gap-2 rounded-control bg-warn-soft p-3 text-ui text-on-warn-soft"
    >
      <p className="font-semibold">This draft was changed on another device.</p>
      <div className="grid gap-2 wide:grid-cols-2">
        <Version title="Here" text={draft.text} />
        <Version title="There" text={other.body ?? ""} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onDecide("both")}>Keep both</Button>
        <Button onClick={() => onDecide("mine")}>Keep what is here</Button>
        <Button onClick={() => onDecide("theirs")}>Take what is there</Button>
      </div>
    </div>
  );
}

function Version({ title, text }: { title: string; text: string }) {
  return (
    <section aria-label={title} className="min-w-0">
      <p className="text-small">{title}</p>
      <p className="max-h-24 overflow-y-auto whitespace-pre-wrap break-words rounded-control bg-raised p-2 text-ink">
        {text}
      </p>
    </section>
  );
}
