"use client";

import { readError } from "@/modules/tickets/components/error-words";
import { startWriting } from "@/modules/tickets/components/ticket/start-writing";
import { usePlace } from "@/modules/tickets/components/use-place";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { toast } from "@/ui/toast";
import { restoreDraft } from "./draft-store";
import { sentText } from "./sent-texts";

/** Takes a held reply back: its text is a draft again, and the ticket is open. */
export function useUndoSend() {
  const utils = trpc.useUtils();
  const undoSend = trpc.tickets.undoSend.useMutation();
  const { go } = usePlace();

  return (ticketId: string, messageId: string, number?: number) => {
    undoSend
      .mutateAsync({ commandId: newId(), ticketId, messageId })
      .then(({ bodyText }) => {
        restoreDraft(ticketId, "reply", sentText(messageId) ?? bodyText);
        void utils.tickets.get.invalidate();
        if (number !== undefined) go({ number });
        startWriting("reply");
      })
      .catch((error: unknown) => {
        const { words, reference } = readError(error);
        toast({ text: words, tone: "bad", reference });
        void utils.tickets.get.invalidate();
      });
  };
}
