"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { MessageView } from "../schema";
import { wordsOfHit } from "./hit-store";

/** So many pages of older messages are fetched to reach a hit; further up one goes by hand. */
const olderPagesMax = 40;
const highlightName = "search-hit";

interface Hit {
  readonly messageId: string | null;
  readonly messages: readonly MessageView[];
  readonly hasOlder: boolean;
  readonly loadingOlder: boolean;
  readonly loadOlder: () => void;
}

/** Brings the message that a search found into view, loads older pages until it is there, marks it. */
export function useHit(scroller: RefObject<HTMLDivElement | null>, hit: Hit): void {
  const { messageId, messages, hasOlder, loadingOlder, loadOlder } = hit;
  const reached = useRef<string | null>(null);
  const pages = useRef(0);

  useEffect(() => {
    if (messageId === null || messages.length === 0) {
      reached.current = null;
      pages.current = 0;
      return;
    }
    if (reached.current === messageId || loadingOlder) return;
    const article = scroller.current?.querySelector<HTMLElement>(`[data-message="${messageId}"]`);
    if (article) {
      reached.current = messageId;
      pages.current = 0;
      article.scrollIntoView({ block: "center" });
      article.focus({ preventScroll: true });
      return;
    }
    if (!hasOlder || pages.current >= olderPagesMax) return;
    pages.current += 1;
    loadOlder();
  }, [scroller, messageId, messages, hasOlder, loadingOlder, loadOlder]);

  const isShown = messages.some(({ id }) => id === messageId);
  useEffect(() => {
    if (messageId === null || !isShown) return;
    const article = scroller.current?.querySelector<HTMLElement>(`[data-message="${messageId}"]`);
    if (!article) return;
    article.dataset.hit = "true";
    mark(article, wordsOfHit(messageId));
    return () => {
      delete article.dataset.hit;
      CSS.highlights?.delete(highlightName);
    };
  }, [scroller, messageId, isShown]);
}

/** Marks words in a text without touching its HTML; browsers that cannot leave them as they are. */
function mark(article: HTMLElement, words: readonly string[]): void {
  if (words.length === 0 || CSS.highlights === undefined) return;
  const wanted = new Set(words.map((word) => word.toLocaleLowerCase()));
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const { 0: word, index } of (node.textContent ?? "").matchAll(/[\p{L}\p{N}]+/gu)) {
      if (!wanted.has(word.toLocaleLowerCase())) continue;
      const range = new Range();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      ranges.push(range);
    }
  }
  CSS.highlights.set(highlightName, new Highlight(...ranges));
}
