"use client";

import type { TicketRow } from "@/modules/tickets/client";
import { readError } from "@/modules/tickets/components/error-words";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { toast } from "@/ui/toast";
import { useRefetchTicket } from "../use-refetch-ticket";

/** Changes who is in copy; what somebody else changed meanwhile is not overwritten. */
export function useParticipants(row: TicketRow) {
  const utils = trpc.useUtils();
  const refetch = useRefetchTicket();
  const update = trpc.tickets.update.useMutation();
  const set = async (participantIds: readonly string[]) => {
    try {
      await update.mutateAsync({
        commandId: newId(),
        ticketId: row.id,
        changes: { participantIds: [...participantIds] },
        seen: { participantIds: row.participantIds },
      });
      void utils.tickets.activity.invalidate({ number: row.number });
    } catch (error) {
      const { words, reference } = readError(error);
      toast({ text: words, tone: "bad", reference });
    }
    await refetch(row.number).catch(() => undefined);
  };
  return {
    busy: update.isPending,
    add: (id: string) => set([...row.participantIds, id]),
    remove: (id: string) => set(row.participantIds.filter((one) => one !== id)),
  };
}
