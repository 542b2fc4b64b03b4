"use client";

import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import type { TicketRow } from "@/modules/tickets/client";
import { onStartWriting, writingStarted } from "@/modules/tickets/components/ticket/start-writing";
import { ActionScope } from "@/ui/actions/scope";
import { Tabs } from "@/ui/tabs";
import { useLate } from "@/ui/use-late";
import type { MessageKind, MessageView } from "../../schema";
import { keyOf } from "./drafts/draft";
import type { PanelInsert } from "./editor/inserter";
import { PlainBox } from "./plain-box";
import type { Participant } from "./recipients";
import type { WritingProps } from "./writing";

/** With it comes what shows a message on its way. */
const loadWriting = async () => {
  const [{ Writing }] = await Promise.all([import("./writing"), import("../outgoing-sheet")]);
  return Writing;
};
const ClosedDrafts = lazy(() => import("./closed-drafts"));

export interface ComposerProps {
  readonly row: TicketRow;
  readonly participants: readonly Participant[];
  readonly messages: readonly MessageView[];
  /** What other parts of the product let one insert by `/`. */
  readonly inserts: readonly PanelInsert[];
  /** How an answer is mailed, from whoever mails it. */
  readonly sending?: ((row: TicketRow) => ReactNode) | undefined;
  /** What the others are told that one does here. */
  readonly onWriting: (kind: MessageKind | null) => void;
  readonly onReview: () => void;
}

/** Reply and note are two tabs with two drafts; text never crosses unasked. */
export function Composer(props: ComposerProps) {
  const { row } = props;
  const [kind, setKind] = useState<MessageKind>("reply");
  const Writing = useLate<WritingProps>(loadWriting);
  useEffect(
    () =>
      onStartWriting((wanted) => {
        writingStarted();
        setKind(wanted);
        // The tab's field is there after the rendering that this causes.
        requestAnimationFrame(() => document.getElementById("composer")?.focus());
      }),
    [],
  );
  if (row.status === "closed")
    return (
      <Suspense fallback={null}>
        <ClosedDrafts row={row} />
      </Suspense>
    );
  return (
    <ActionScope scope="composer">
      <Tabs
        label="What to write"
        value={kind}
        onValueChange={(value) => setKind(value === "note" ? "note" : "reply")}
        tabs={[
          { value: "reply", label: "Reply" },
          { value: "note", label: "Note", tone: "note" },
        ]}
      >
        {Writing === null ? (
          <PlainBox
            key={`${row.id} ${kind}`}
            of={keyOf(row.id, kind)}
            requesterName={row.requester.name}
            isNote={kind === "note"}
          />
        ) : (
          <Writing
            key={`${row.id} ${kind}`}
            {...props}
            kind={kind}
            onMadeNote={() => setKind("note")}
          />
        )}
      </Tabs>
    </ActionScope>
  );
}
