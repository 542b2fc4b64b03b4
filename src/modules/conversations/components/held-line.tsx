"use client";

import { useMe } from "@/modules/tickets/components/me";
import { Button } from "@/ui/button";
import { useNow } from "@/ui/now-provider";
import type { MessageView } from "../schema";
import { useUndoSend } from "./composer/use-undo-send";

/** A reply that waits for its time: only its author sees it, and can still take it back. */
export function HeldLine({
  message,
  requesterName,
}: {
  message: MessageView;
  requesterName: string;
}) {
  const me = useMe();
  const now = useNow(1_000);
  const undo = useUndoSend();
  const leftMs = Date.parse(message.releaseAt ?? message.createdAt) - now.getTime();
  const seconds = Math.max(0, Math.ceil(leftMs / 1_000));
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2 border-line border-t pt-3 text-ui">
      <span className="text-ink-2">
        Sending to {requesterName}
        <span aria-hidden="true" className="tabular-nums" suppressHydrationWarning>
          {seconds > 0 ? ` in ${seconds} s` : ""}
        </span>
      </span>
      {message.author.id === me.id && seconds > 0 && (
        <Button onClick={() => undo(message.ticketId, message.id)}>Undo</Button>
      )}
    </div>
  );
}
