"use client";

import { readError } from "@/modules/tickets/components/error-words";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { dismissToast, toast } from "@/ui/toast";
import { useRefetchTicket } from "../use-refetch-ticket";
import { keyOf } from "./drafts/draft";
import { useKeeper } from "./drafts/use-draft";
import { dropOutgoing, type Outgoing, putOutgoing } from "./outgoing-store";
import { useUndoSend } from "./use-undo-send";

const holdSeconds = limits.undoSendSeconds;

export type Letter = Omit<Outgoing, "commandId" | "problem" | "draftVersion">;

/** Sends what was written. It stands in the conversation at once, and says so when it did not go. */
export function useSend() {
  const refetch = useRefetchTicket();
  const keeper = useKeeper();
  const reply = trpc.tickets.reply.useMutation();
  const undo = useUndoSend();

  const deliver = async (message: Outgoing) => {
    const { commandId, ticketId, number, kind, written, setStatus, sendAt, draftVersion } = message;
    try {
      const { messageId, releaseAt } = await reply.mutateAsync({
        commandId,
        ticketId,
        kind,
        body: written.text,
        attachmentIds: written.files.map((file) => file.id),
        draftVersion,
        holdSeconds: kind === "reply" ? holdSeconds : 0,
        setStatus,
        sendAt,
      });
      keeper?.sent(keyOf(ticketId, kind), draftVersion);
      // It was sent, whether or not the screen hears of it now; its room tells it again.
      await refetch(number).catch(() => undefined);
      dropOutgoing(commandId);
      if (releaseAt === null) return;
      const shown = toast({
        text: `${sendAt === undefined ? "Sending" : "Waits to be sent"} to ${message.to}`,
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
    send: async (letter: Letter) => {
      const message = { ...letter, commandId: newId(), draftVersion: undefined, problem: null };
      putOutgoing(message);
      const draftVersion = await keeper?.take(keyOf(letter.ticketId, letter.kind));
      await deliver({ ...message, draftVersion });
    },
    sendAgain: (message: Outgoing) => {
      putOutgoing({ ...message, problem: null });
      void deliver(message);
    },
    backToDraft: (message: Outgoing) => {
      dropOutgoing(message.commandId);
      keeper?.giveBack(keyOf(message.ticketId, message.kind), message.written);
    },
  };
}
