"use client";

import type { TicketRow } from "@/modules/tickets/client";
import { Button } from "@/ui/button";
import { toast } from "@/ui/toast";
import type { MessageKind } from "../../schema";
import { isEmpty, keyOf, nothingWritten } from "./drafts/draft";
import { useDraft } from "./drafts/use-draft";

/** Nothing can be sent any more; what was written is still there to be taken along. */
export default function ClosedDrafts({ row }: { row: TicketRow }) {
  return (
    <div className="flex flex-col gap-3 p-4 text-ui">
      <p className="text-ink-2">
        This ticket is closed. A new question of {row.requester.name} makes a new ticket.
      </p>
      <Leftover row={row} kind="reply" title="Your reply was not sent" />
      <Leftover row={row} kind="note" title="Your note was not added" />
    </div>
  );
}

interface LeftoverProps {
  readonly row: TicketRow;
  readonly kind: MessageKind;
  readonly title: string;
}

function Leftover({ row, kind, title }: LeftoverProps) {
  const key = keyOf(row.id, kind);
  const { draft, keeper } = useDraft(key);
  if (isEmpty(draft)) return null;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(draft.text);
      toast({ text: "Text copied" });
    } catch {
      toast({ text: "Not copied: the browser does not allow it here.", tone: "bad" });
    }
  };
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <p className="font-semibold">{title}</p>
      <p className="max-h-32 overflow-y-auto whitespace-pre-wrap break-words rounded-control border border-line bg-raised p-2">
        {draft.text}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void copy()}>Copy text</Button>
        <Button variant="quiet" onClick={() => keeper?.write(key, nothingWritten)}>
          Discard
        </Button>
      </div>
    </section>
  );
}
