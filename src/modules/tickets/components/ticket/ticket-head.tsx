"use client";

import { ArrowLeft, PanelRight } from "lucide-react";
import type { ReactNode } from "react";
import type { TicketRow } from "@/modules/tickets/client";
import type { PresentPerson } from "@/platform/realtime/wire";
import { ActionButton } from "@/ui/actions/action-button";
import { Avatar } from "@/ui/avatar";
import { IconButton } from "@/ui/icon-button";
import { MoreMenu } from "../day/more-menu";
import { usePlace } from "../use-place";
import { FieldMenus } from "./field-menus";
import { SlaTime } from "./sla-time";
import { titleId, useStartReading } from "./start-reading";

interface TicketHeadProps {
  readonly row: TicketRow;
  /** The others who are here. */
  readonly people: readonly PresentPerson[];
  /** The ticket's clock, which a higher module explains; the plain one where it is left out. */
  readonly clock?: ReactNode | undefined;
}

/** What the ticket is, how it stands and who is here. */
export function TicketHead({ row, people, clock }: TicketHeadProps) {
  const { go } = usePlace();
  useStartReading(row.number);
  return (
    <div className="flex flex-col gap-1 px-4 py-2">
      <div className="flex items-start gap-2">
        <IconButton
          name="Back to the queue"
          className="md:hidden"
          icon={<ArrowLeft size={16} aria-hidden="true" />}
          onClick={() => go({ number: null })}
        />
        <h1
          id={titleId}
          tabIndex={-1}
          className="flex min-w-0 flex-1 gap-x-2 py-0.5 text-title max-md:flex-wrap"
        >
          <span className="line-clamp-2 min-w-0">{row.subject}</span>{" "}
          <span className="shrink-0 font-normal text-ink-3 tabular-nums">#{row.number}</span>
        </h1>
        <Faces people={people} />
        <MoreMenu />
        <ActionButton
          id="context.toggle"
          iconOnly
          variant="quiet"
          icon={<PanelRight size={16} aria-hidden="true" />}
        />
      </div>
      <div data-fields-of={row.number} className="-mx-2 flex items-start gap-x-1">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-1">
          <FieldMenus row={row} />
        </div>
        {/* As wide as it ever gets: a clock that goes on must not move the conversation. */}
        <div className="flex min-h-control min-w-28 shrink-0 items-center justify-end text-ui">
          {clock ?? <SlaTime row={row} className="px-2" />}
        </div>
      </div>
    </div>
  );
}

function Faces({ people }: { people: readonly PresentPerson[] }) {
  if (people.length === 0) return null;
  return (
    <ul aria-label="Also here" className="flex items-center gap-1 py-1">
      {people.slice(0, 4).map((person) => (
        <li key={person.id} className="flex">
          <Avatar
            name={person.name}
            presence={person.mode === "replying" ? "replying" : "viewing"}
          />
        </li>
      ))}
      {people.length > 4 && <li className="text-ink-2 text-small">+{people.length - 4}</li>}
    </ul>
  );
}
