"use client";

import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { mayBecome, priorityWords, type TicketRow } from "@/modules/tickets/client";
import { readError } from "@/modules/tickets/components/error-words";
import { useEditTicket } from "@/modules/tickets/components/ticket/use-edit-ticket";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { DescriptionList } from "@/ui/description-list";
import { ErrorState } from "@/ui/error-state";
import { Popover } from "@/ui/popover";
import { Skeleton } from "@/ui/skeleton";
import type { Explained, ExplainedClock } from "../queries/explain";
import { writeMinutes } from "../rules/target-text";
import { metricWords } from "../rules/words";
import { placeOf } from "./place-of";
import { SlaCourse } from "./sla-course";

interface SlaPopoverProps {
  readonly row: TicketRow;
  readonly trigger: ReactNode;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Why the ticket's clocks say what they say. */
export default function SlaPopover({ row, trigger, open, onOpenChange }: SlaPopoverProps) {
  return (
    <Popover
      label="Why this time"
      align="end"
      trigger={trigger}
      open={open}
      onOpenChange={onOpenChange}
      className="w-96"
    >
      <Why row={row} onDone={() => onOpenChange(false)} />
    </Popover>
  );
}

function Why({ row, onDone }: { row: TicketRow; onDone: () => void }) {
  const query = trpc.sla.explain.useQuery({ number: row.number }, { staleTime: 0 });
  // A ticket that changed while one looks is explained anew.
  const explainAgain = useEffectEvent(() => void query.refetch());
  const [readVersion] = useState(row.version);
  useEffect(() => {
    if (row.version !== readVersion) explainAgain();
  }, [row.version, readVersion]);
  if (query.error) {
    const { words, reference } = readError(query.error);
    return (
      <ErrorState
        title="The clock could not be explained"
        reference={reference}
        onRetry={() => void query.refetch()}
      >
        {words}
      </ErrorState>
    );
  }
  if (query.data === undefined) return <Skeleton className="h-40 w-full" />;
  return <Clocks row={row} explained={query.data} onDone={onDone} />;
}

interface ClocksProps {
  readonly row: TicketRow;
  readonly explained: Explained;
  readonly onDone: () => void;
}

/** In hours: a day of open time is no day. */
const targetOf = ({ metric, targetMs }: ExplainedClock) =>
  `${metricWords[metric].toLocaleLowerCase()} ${writeMinutes(targetMs / 60_000)}`;
const isOver = (clock: ExplainedClock) => clock.endedAt !== null;

function Clocks({ row, explained, onDone }: ClocksProps) {
  const { policy, calendar, clocks } = explained;
  if (policy === null || calendar === null)
    return <p className="text-ink-2 text-ui">Nothing is promised for this ticket.</p>;
  const inOrder = clocks.toSorted((one, other) => Number(isOver(one)) - Number(isOver(other)));
  return (
    <div className="flex flex-col gap-4">
      <ol className="flex flex-col gap-4">
        {inOrder.map((clock) => (
          <li key={clock.metric} className="flex flex-col gap-1">
            <SlaCourse clock={clock} zone={calendar.zone} now={new Date(explained.now)} />
            <Pausing row={row} clock={clock} onDone={onDone} />
          </li>
        ))}
      </ol>
      <DescriptionList
        items={[
          {
            term: "Policy",
            value: (
              <>
                {policy.name}
                <span className="block text-ink-2">
                  {policy.isForAll ? "It takes every ticket" : `It fits: ${policy.sentence}`}
                </span>
              </>
            ),
          },
          {
            term: "Target",
            value: `${inOrder.map(targetOf).join(", ")} of open time, as its priority is ${priorityWords[row.priority].toLocaleLowerCase()}`,
          },
          { term: "Calendar", value: `${calendar.name}, ${placeOf(calendar.zone)}` },
        ]}
      />
    </div>
  );
}

/** What would stop this clock now. */
function Pausing({ row, clock, onDone }: Pick<ClocksProps, "row" | "onDone"> & PausingProps) {
  const edit = useEditTicket();
  const pauses = clock.pausesOn.includes("pending") && mayBecome(row.status, "pending");
  const runs = clock.state === "running" || clock.state === "at_risk";
  if (!runs || !pauses) return null;
  return (
    <Button
      className="self-start"
      onClick={() => {
        edit(row, { field: "status", to: "pending" });
        onDone();
      }}
    >
      Set Pending now: this clock pauses
    </Button>
  );
}

interface PausingProps {
  readonly clock: ExplainedClock;
}
