"use client";

import { readError } from "@/modules/tickets/components/error-words";
import { useMe } from "@/modules/tickets/components/me";
import { usePlace } from "@/modules/tickets/components/use-place";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { shownIn } from "@/ui/format/calendar";
import { useNow } from "@/ui/now-provider";
import { toast } from "@/ui/toast";
import type { MessageView } from "../schema";
import { useUndoSend } from "./composer/use-undo-send";
import { useRefetchTicket } from "./use-refetch-ticket";

interface HeldLineProps {
  readonly message: MessageView;
  readonly requesterName: string;
}

/** A reply that waits for its time: only its author sees it, and can still take it back. */
export function HeldLine({ message, requesterName }: HeldLineProps) {
  const { timeZone: zone, locale } = useMe();
  const now = useNow(1_000);
  const undo = useUndoSend();
  const at = new Date(message.releaseAt ?? message.createdAt);
  const seconds = Math.max(0, Math.ceil((at.getTime() - now.getTime()) / 1_000));
  const isLater = seconds > limits.holdSecondsMax;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2 border-line border-t pt-3 text-ui">
      <span className="text-ink-2">
        {isLater ? (
          <>
            Goes to {requesterName}{" "}
            <time dateTime={at.toISOString()}>
              {shownIn(at, zone, locale, {
                weekday: "short",
                day: "numeric",
                month: "short",
                hour: "2-digit",
                minute: "2-digit",
              })}
            </time>
            . Only you see it until then.
          </>
        ) : (
          <>
            Sending to {requesterName}
            <span aria-hidden="true" className="tabular-nums" suppressHydrationWarning>
              {seconds > 0 ? ` in ${seconds} s` : ""}
            </span>
          </>
        )}
      </span>
      {seconds > 0 && (
        <Button onClick={() => undo(message.ticketId, message.id)}>
          {isLater ? "Take it back" : "Undo"}
        </Button>
      )}
      {isLater && <SendNow message={message} />}
    </div>
  );
}

function SendNow({ message: { ticketId, id: messageId } }: { message: MessageView }) {
  const refetch = useRefetchTicket();
  const { number } = usePlace();
  const sendNow = trpc.tickets.sendNow.useMutation();
  const send = () =>
    sendNow
      .mutateAsync({ commandId: newId(), ticketId, messageId })
      .catch((error: unknown) => {
        const { words, reference } = readError(error);
        toast({ text: words, tone: "bad", reference });
      })
      .finally(() => {
        if (number !== null) refetch(number).catch(() => undefined);
      });
  return (
    <Button busy={sendNow.isPending} onClick={() => void send()}>
      Send now
    </Button>
  );
}
