"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";
import { toast } from "@/ui/toast";
import { wordsOfHit } from "../hit-store";
import { markWords, unmarkWords } from "./mark-words";

interface Hit {
  readonly messageId: string | null;
  readonly isLoaded: boolean;
  readonly isRendered: boolean;
  readonly jump: (where: { around: string }) => Promise<unknown>;
  readonly goTo: (id: string) => void;
}

/** Opens at the message that a search or a link names, wherever in the history it lies; marks it. */
export function useHit(scroller: RefObject<HTMLDivElement | null>, hit: Hit): void {
  const { messageId, isLoaded, isRendered } = hit;
  const reach = useEffectEvent((id: string) => {
    hit.goTo(id);
    if (!isLoaded)
      hit.jump({ around: id }).catch(() => {
        toast({ text: "That message is not here any more. These are the newest.", tone: "bad" });
      });
  });
  useEffect(() => {
    if (messageId !== null) reach(messageId);
  }, [messageId]);

  useEffect(() => {
    if (messageId === null || !isRendered) return;
    const article = scroller.current?.querySelector<HTMLElement>(`[data-message="${messageId}"]`);
    if (!article) return;
    article.dataset.hit = "true";
    markWords(article, wordsOfHit(messageId));
    return () => {
      delete article.dataset.hit;
      unmarkWords();
    };
  }, [scroller, messageId, isRendered]);
}
