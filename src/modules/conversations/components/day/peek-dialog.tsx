"use client";

import { useEffect, useEffectEvent } from "react";
import { priorityWords, statusWords, type TicketRow } from "@/modules/tickets/client";
import { readError } from "@/modules/tickets/components/error-words";
import { SlaTime } from "@/modules/tickets/components/ticket/sla-time";
import { usePlace } from "@/modules/tickets/components/use-place";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { keysHeld } from "@/ui/actions/key-listener";
import { strokeOf } from "@/ui/actions/stroke";
import { useKeysOf } from "@/ui/actions/use-actions";
import { Button } from "@/ui/button";
import { DescriptionList } from "@/ui/description-list";
import { Dialog } from "@/ui/dialog";
import { ErrorState } from "@/ui/error-state";
import { PriorityGlyph, StatusGlyph } from "@/ui/glyphs";
import { isMac } from "@/ui/platform-keys";
import { Message } from "../message";
import { ThreadSkeleton } from "../thread/thread-skeleton";

interface PeekDialogProps {
  readonly row: TicketRow;
  /** To a neighbour in the list. */
  readonly walk: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

/** Keys of the queue that go on working over it. */
function usePeekKeys(walk: (by: 1 | -1) => void, onClose: () => void): void {
  const keysOf = useKeysOf();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const stroke = strokeOf({ ...keysHeld(event), key: event.key }, isMac());
    const isNext = stroke !== null && stroke === keysOf("item.next");
    const isPrevious = stroke !== null && stroke === keysOf("item.previous");
    const onButton = event.target instanceof HTMLButtonElement;
    if (isNext || isPrevious) walk(isNext ? 1 : -1);
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
  const keysOf = useKeysOf();
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
          <Button keys={keysOf("item.previous")} onClick={() => walk(-1)}>
            Previous
          </Button>
          <Button keys={keysOf("item.next")} onClick={() => walk(1)}>
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
