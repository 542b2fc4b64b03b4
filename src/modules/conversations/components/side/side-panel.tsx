"use client";

import { CircleDot, MessagesSquare } from "lucide-react";
import { useState } from "react";
import { Fold, PartError } from "@/modules/tickets/components/fold";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";
import { AskDialog } from "./ask-dialog";
import { SideDialog, type SideFoot } from "./side-dialog";

interface SidePanelProps {
  readonly number: number;
  readonly foot: SideFoot;
}

/** What is asked of others about a ticket: a list, and each in a dialog of its own. */
export function SidePanel({ number, foot }: SidePanelProps) {
  const ticket = trpc.tickets.get.useQuery({ number }).data?.row;
  const ticketId = ticket?.id ?? "";
  const sides = trpc.sides.list.useQuery({ ticketId }, { enabled: ticket !== undefined });
  const [asking, setAsking] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  if (ticket === undefined) return null;
  const known = sides.data?.sides;
  const open = known?.find(({ id }) => id === openId);
  return (
    <Fold title="Side conversations">
      {sides.error !== null && (
        <PartError error={sides.error} onRetry={() => void sides.refetch()} />
      )}
      {known === undefined && sides.error === null && <Skeleton className="h-8 w-full" />}
      {known?.length === 0 && (
        <p className="text-ink-2 text-ui">
          Ask a carrier or a supplier by mail. {ticket.requester.name} never sees it.
        </p>
      )}
      <ul className="flex flex-col">
        {known?.map((side) => (
          <li key={side.id}>
            <button
              type="button"
              onClick={() => setOpenId(side.id)}
              className="flex min-h-control w-full items-center gap-2 rounded-control px-2 text-start text-ui hover:bg-hover"
            >
              {side.answered ? (
                <CircleDot size={16} aria-hidden="true" className="shrink-0 text-accent" />
              ) : (
                <MessagesSquare size={16} aria-hidden="true" className="shrink-0 text-ink-3" />
              )}
              <span className="min-w-0 flex-1">
                <span className={`block truncate ${side.answered ? "font-semibold" : ""}`}>
                  {side.subject}
                </span>
                <span className="block truncate text-ink-2 text-small">
                  {side.address},{" "}
                  {side.closed ? "closed" : side.answered ? "has answered" : "is asked"}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Button className="mt-2" onClick={() => setAsking(true)}>
        Ask somebody else
      </Button>
      {asking && (
        <AskDialog
          ticketId={ticket.id}
          subject={ticket.subject}
          requesterName={ticket.requester.name}
          onClose={() => setAsking(false)}
        />
      )}
      {open !== undefined && <SideDialog side={open} foot={foot} onClose={() => setOpenId(null)} />}
    </Fold>
  );
}
