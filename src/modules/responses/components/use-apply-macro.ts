"use client";

import { readError } from "@/modules/tickets/components/error-words";
import type { MacroTarget } from "@/modules/tickets/components/ticket/start-macro";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { toast } from "@/ui/toast";
import type { MacroView } from "../types";

type Applied = RouterOutputs["macros"]["run"];
export type Refused = { words: string; reference: string | undefined };

/** Applies a macro as one command, and can take it back: what it changed, and what it would send. */
export function useApplyMacro(ticket: MacroTarget) {
  const utils = trpc.useUtils();
  const run = trpc.macros.run.useMutation();
  const update = trpc.tickets.update.useMutation();
  const undoSend = trpc.tickets.undoSend.useMutation();

  const look = () => {
    void utils.tickets.activity.invalidate({ number: ticket.number });
    void utils.tickets.get.invalidate({ number: ticket.number });
  };

  const takeBack = async (macro: MacroView, applied: Applied) => {
    try {
      if (applied.messageId !== null && applied.releaseAt !== null)
        await undoSend.mutateAsync({
          commandId: newId(),
          ticketId: ticket.id,
          messageId: applied.messageId,
        });
      // A status that went with the held reply was never set.
      const { status, ...rest } = applied.before;
      const changes = applied.releaseAt === null ? applied.before : rest;
      await update.mutateAsync({ commandId: newId(), ticketId: ticket.id, changes });
      toast({ text: `#${ticket.number}: “${macro.name}” taken back` });
    } catch (error) {
      const { words, reference } = readError(error);
      toast({ text: `Not taken back. ${words}`, tone: "bad", reference });
    }
    look();
  };

  const apply = async (macro: MacroView, text: string | null): Promise<Refused | null> => {
    const isReply = macro.message?.kind === "reply";
    try {
      const applied = await run.mutateAsync({
        commandId: newId(),
        ticketId: ticket.id,
        macroId: macro.id,
        ...(text === null ? {} : { text }),
        holdSeconds: isReply ? limits.undoSendSeconds : 0,
      });
      const isSaid = applied.messageId !== null && applied.releaseAt === null;
      toast({
        text: isReply
          ? `Sending to ${ticket.requester.name} by “${macro.name}”`
          : `#${ticket.number}: “${macro.name}” applied`,
        // A note is written; it stays, and so does what came with it.
        undo: isSaid ? undefined : () => void takeBack(macro, applied),
      });
      look();
      return null;
    } catch (error) {
      const { words, reference, detail } = readError(error);
      const says = typeof detail.says === "string" ? `${detail.says}. ` : "";
      return { words: `${says}${words}`, reference };
    }
  };

  return { apply, busy: run.isPending };
}
