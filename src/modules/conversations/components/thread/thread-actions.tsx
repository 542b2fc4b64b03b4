"use client";

import type { RefObject } from "react";
import { usePlace } from "@/modules/tickets/components/use-place";
import { useActions } from "@/ui/actions/use-actions";
import { toast } from "@/ui/toast";
import type { ThreadHandle } from "./thread";

interface ThreadActionsProps {
  readonly thread: RefObject<ThreadHandle | null>;
  readonly number: number;
  readonly onUnfold: () => void;
}

/** The keys inside a conversation. */
export function ThreadActions({ thread, number, onUnfold }: ThreadActionsProps) {
  const { href } = usePlace();
  const copy = async () => {
    const focused = document.activeElement?.closest<HTMLElement>("[data-message]");
    const hit = focused?.dataset.message ?? null;
    const path = href({ number, view: null, filter: null, sort: null, hit });
    try {
      await navigator.clipboard.writeText(`${window.location.origin}${path}`);
      toast({ text: hit === null ? `Link to #${number} copied` : "Link to this message copied" });
    } catch {
      toast({ text: "Not copied: the browser does not allow it here.", tone: "bad" });
    }
  };
  useActions([
    { id: "message.next", run: () => thread.current?.step(1) },
    { id: "message.previous", run: () => thread.current?.step(-1) },
    { id: "events.unfold", run: onUnfold },
    { id: "ticket.copy-link", run: () => void copy() },
  ]);
  return null;
}
