"use client";

import type { TicketRow } from "@/modules/tickets/client";
import { Chip } from "@/ui/chip";
import { useParticipants } from "./use-participants";

export type Participant = { id: string; name: string };

interface RecipientsProps {
  readonly row: TicketRow;
  readonly participants: readonly Participant[];
}

/** To whom a reply goes, when it is more than who asked. */
export function Recipients({ row, participants }: RecipientsProps) {
  const { remove } = useParticipants(row);
  if (participants.length === 0) return null;
  return (
    <ul aria-label="Recipients" className="flex flex-wrap items-center gap-1">
      <li>
        <Chip>To {row.requester.name}</Chip>
      </li>
      {participants.map(({ id, name }) => (
        <li key={id} className="min-w-0">
          <Chip onRemove={() => void remove(id)} removeName={`Remove ${name} from copy`}>
            Copy to {name}
          </Chip>
        </li>
      ))}
    </ul>
  );
}

/** "Anna Kowalska and 1 more". */
export function recipientWords(row: TicketRow, participants: readonly Participant[]): string {
  const { name } = row.requester;
  return participants.length === 0 ? name : `${name} and ${participants.length} more`;
}
