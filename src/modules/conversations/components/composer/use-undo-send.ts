"use client";

import { readError } from "@/modules/tickets/components/error-words";
import { startWriting } from "@/modules/tickets/components/ticket/start-writing";
import { usePlace } from "@/modules/tickets/components/use-place";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { toast } from "@/ui/toast";
import { useRefetchTicket } from "../use-refetch-ticket";

/** Takes a held reply back: the server makes it a draft again, and the ticket is open. */
export function useUndoSend() {
  const utils = trpc.useUtils();
  const undoSend = trpc.tickets.undoSend.useMutation();
  const refetch = useRefetchTicket();
  const { go, number: shown } = usePlace();
  /** Its room tells of it too; who undoes does not wait for that. */
  const showAsItIs = (number: number | null) => {
    if (number !== null) refetch(number).catch(() => undefined);
  };

  return (ticketId: string, messageId: string, number?: number) => {
    undoSend
      .mutateAsync({ commandId: newId(), ticketId, messageId })
      .then(() => {
        void utils.drafts.list.invalidate();
        showAsItIs(number ?? shown);
        if (number !== undefined) go({ number });
        startWriting("reply");
      })
      .catch((error: unknown) => {
        const { words, reference } = readError(error);
        toast({ text: words, tone: "bad", reference });
        showAsItIs(number ?? shown);
      });
  };
}
