"use client";

import type { RefObject } from "react";
import { useActions } from "@/ui/actions/use-actions";
import { toast } from "@/ui/toast";

interface ThreadActionsProps {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly number: number;
  readonly onUnfold: () => void;
}

/** The keys inside a conversation. */
export function ThreadActions({ scroller, number, onUnfold }: ThreadActionsProps) {
  const step = (by: 1 | -1) => {
    const articles = [...(scroller.current?.querySelectorAll<HTMLElement>("[data-message]") ?? [])];
    const here = articles.findIndex((article) => article.contains(document.activeElement));
    const first = by === 1 ? 0 : articles.length - 1;
    const next = articles[here < 0 ? first : Math.min(Math.max(here + by, 0), articles.length - 1)];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${window.location.origin}/tickets/${number}`);
      toast({ text: `Link to #${number} copied` });
    } catch {
      toast({ text: "Not copied: the browser does not allow it here.", tone: "bad" });
    }
  };
  useActions([
    { id: "message.next", run: () => step(1) },
    { id: "message.previous", run: () => step(-1) },
    { id: "events.unfold", run: onUnfold },
    { id: "ticket.copy-link", run: () => void copy() },
  ]);
  return null;
}
