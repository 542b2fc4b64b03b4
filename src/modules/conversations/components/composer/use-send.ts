"use client";

import { readError } from "@/modules/tickets/components/error-words";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { dismissToast, toast } from "@/ui/toast";
import { useRefetchTicket } from "../use-refetch-ticket";
import { restoreDraft } from "./draft-store";
import { dropOutgoing, type Outgoing, putOutgoing } from "./outgoing-store";
import { noteSentText } from "./sent-texts";
import { uploadsBack } from "./upload-store";
import { useUndoSend } from "./use-undo-send";

const holdSeconds = 15;

export type Written = Omit<Outgoing, "commandId" | "problem">;

/** Sends what was written. It stands in the conversation at once, and says so when it did not go. */
export function useSend() {
  const refetch = useRefetchTicket();
  const reply = trpc.tickets.reply.useMutation();
  const undo = useUndoSend();

  const deliver = async (message: Outgoing) => {
    putOutgoing({ ...message, problem: null });
    const { commandId, ticketId, number, kind, text, attachmentIds, setStatus } = message;
    try {
      const { messageId, releaseAt } = await reply.mutateAsync({
        commandId,
        ticketId,
        kind,
        body: text,
        attachmentIds: [...attachmentIds],
        holdSeconds: kind === "reply" ? holdSeconds : 0,
        setStatus,
      });
      noteSentText(messageId, text);
      // It was sent, whether or not the screen hears of it now; its room tells it again.
      await refetch(number).catch(() => undefined);
      dropOutgoing(commandId);
      if (releaseAt === null) return;
      const shown = toast({
        text: `Sending to ${message.requesterName}`,
        ms: holdSeconds * 1_000,
        undo: () => {
          dismissToast(shown);
          undo(ticketId, messageId, number);
        },
      });
    } catch (error) {
      const { words, reference } = readError(error);
      putOutgoing({ ...message, problem: { words, reference } });
    }
  };

  return {
    send: (written: Written) => void deliver({ ...written, commandId: newId(), problem: null }),
    sendAgain: (message: Outgoing) => void deliver(message),
    backToDraft: (message: Outgoing) => {
      dropOutgoing(message.commandId);
      restoreDraft(message.ticketId, message.kind, message.text);
      uploadsBack(`${message.ticketId} ${message.kind}`, message.attachmentIds);
    },
  };
}
