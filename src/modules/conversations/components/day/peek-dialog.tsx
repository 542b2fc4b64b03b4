"use client";

import { useEffect, useEffectEvent } from "react";
import { priorityWords, statusWords, type TicketRow } from "@/modules/tickets/client";
import { readError } from "@/modules/tickets/components/error-words";
import { SlaTime } from "@/modules/tickets/components/ticket/sla-time";
import { usePlace } from "@/modules/tickets/components/use-place";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { DescriptionList } from "@/ui/description-list";
import { Dialog } from "@/ui/dialog";
import { ErrorState } from "@/ui/error-state";
import { PriorityGlyph, StatusGlyph } from "@/ui/glyphs";
import { Message } from "../message";
import { ThreadSkeleton } from "../thread/thread-skeleton";

interface PeekDialogProps {
  readonly row: TicketRow;
  /** To a neighbour in the list. */
  readonly walk: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

const steps: Readonly<Record<string, 1 | -1>> = { j: 1, k: -1 };

/** Keys of the queue that go on working over it. */
function usePeekKeys(walk: (by: 1 | -1) => void, onClose: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const by = document.documentElement.dataset.keys === "off" ? undefined : steps[event.key];
    const onButton = event.target instanceof HTMLButtonElement;
    if (by !== undefined) walk(by);
    else if (event.key === " " && !onButton) onClose();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

/** A look at a ticket from the queue: nothing is read by it, and nobody sees one there. */
export function PeekDialog({ row, walk, onClose }: PeekDialogProps) {
  const { go } = usePlace();
  const { number } = row;
  usePeekKeys(walk, onClose);
  const { data, error, refetch } = trpc.tickets.get.useQuery({ number });
  const said = (data?.messages ?? []).filter((message) => message.state !== "held");
  const open = () => {
    onClose();
    go({ number });
  };
  const problem = error === null ? null : readError(error);
  return (
    <Dialog
      open
      size="large"
      scrollStop
      onOpenChange={(stays) => !stays && onClose()}
      title={row.subject}
      description={`#${number} from ${row.requester.name}. It stays unread.`}
      footer={
        <>
          <Button keys="K" onClick={() => walk(-1)}>
            Previous
          </Button>
          <Button keys="J" onClick={() => walk(1)}>
            Next
          </Button>
          <Button variant="primary" onClick={open}>
            Open
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <DescriptionList
          items={[
            {
              term: "Status",
              value: (
                <span className="flex flex-wrap items-center gap-x-3">
                  <span className="flex items-center gap-1">
                    <StatusGlyph status={row.status} name="" /> {statusWords[row.status]}
                  </span>
                  <span className="flex items-center gap-1">
                    <PriorityGlyph priority={row.priority} name="" /> {priorityWords[row.priority]}
                  </span>
                  <SlaTime row={row} />
                </span>
              ),
            },
            {
              term: "With",
              value: [row.assignee?.name ?? "Nobody", row.team?.name].filter(Boolean).join(", "),
            },
            ...(row.tags.length === 0 ? [] : [{ term: "Tags", value: row.tags.join(", ") }]),
          ]}
        />
        {data === undefined && problem === null && <ThreadSkeleton />}
        {data === undefined && problem !== null && (
          <ErrorState
            title="The ticket could not be loaded"
            reference={problem.reference}
            onRetry={() => void refetch()}
          >
            {problem.words}
          </ErrorState>
        )}
        <ol aria-label="Last messages" className="flex flex-col gap-3">
          {said.slice(-limits.messagesPeekedMax).map((message) => (
            <li key={message.id}>
              <Message message={message} requesterName={row.requester.name} />
            </li>
          ))}
        </ol>
      </div>
    </Dialog>
  );
}
