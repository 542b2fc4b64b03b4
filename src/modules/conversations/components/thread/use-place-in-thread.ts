"use client";

import type { Virtualizer } from "@tanstack/react-virtual";
import {
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { MessageView } from "../../schema";
import type { ThreadItem } from "./thread-items";
import { nearEndPx } from "./use-window";

export type Target = { id: string; align: "start" | "center" | "auto"; focus: boolean };

interface Reading {
  readonly items: readonly ThreadItem[];
  /** What was said, without what waits for its time: that stands at the end, and is no news. */
  readonly said: readonly MessageView[];
  readonly startsAt: Target | null;
  /** Changes when oneself sends: that is always shown. */
  readonly sentCount: number;
  readonly meId: string;
}

const userMoves = ["wheel", "touchstart", "pointerdown", "keydown"] as const;

/**
 * Where one reads. Opens at the first unread message; what arrives while somebody reads further up
 * waits behind a pill; whoever is brought to a message stays there, whatever still loads around it.
 */
export function usePlaceInThread(
  scroller: RefObject<HTMLDivElement | null>,
  virtualizer: Virtualizer<HTMLDivElement, HTMLLIElement>,
  { items, said, startsAt, sentCount, meId }: Reading,
) {
  const [unseen, setUnseen] = useState<readonly MessageView[]>([]);
  const [target, setTarget] = useState(startsAt);
  const atEnd = useRef(true);
  const pinned = useRef<Target | null>(null);
  const lastId = said.at(-1)?.id;
  const knownLastId = useRef(lastId);
  const sizePx = virtualizer.getTotalSize();
  const place = target === null ? -1 : items.findIndex((item) => item.key === target.id);
  const isRendered = virtualizer.getVirtualItems().some(({ index }) => index === place);

  const toEnd = () => {
    pinned.current = null;
    virtualizer.scrollToEnd();
    setUnseen([]);
  };

  const opens = useEffectEvent(() => {
    if (place < 0) virtualizer.scrollToEnd();
  });
  useLayoutEffect(() => opens(), []);

  const bringTo = useEffectEvent((to: Target) => {
    pinned.current = to;
    virtualizer.scrollToIndex(place, { align: to.align });
  });
  const isLoaded = place >= 0;
  useLayoutEffect(() => {
    if (isLoaded && target !== null) bringTo(target);
  }, [target, isLoaded]);
  useLayoutEffect(() => {
    if (target === null || !target.focus || !isRendered) return;
    scroller.current
      ?.querySelector<HTMLElement>(`[data-message="${target.id}"]`)
      ?.focus({ preventScroll: true });
  }, [scroller, target, isRendered]);

  // Pictures and others still came above or around it.
  const stay = useEffectEvent(() => {
    const held = pinned.current;
    if (held === null || held.align === "auto") return;
    const index = items.findIndex((item) => item.key === held.id);
    if (index >= 0) virtualizer.scrollToIndex(index, { align: held.align });
  });
  useLayoutEffect(() => {
    if (sizePx > 0) stay();
  }, [sizePx]);

  const hear = useEffectEvent(() => {
    const known = said.findIndex((message) => message.id === knownLastId.current);
    knownLastId.current = lastId;
    const added = said.slice(known + 1).filter((message) => message.author.id !== meId);
    if (!atEnd.current && added.length > 0) setUnseen((waiting) => [...waiting, ...added]);
  });
  useLayoutEffect(() => {
    if (lastId !== knownLastId.current) hear();
  }, [lastId]);

  const showSent = useEffectEvent(toEnd);
  useLayoutEffect(() => {
    if (sentCount > 0) showSent();
  }, [sentCount]);

  const endStays = useEffectEvent(() => {
    if (atEnd.current && pinned.current === null) virtualizer.scrollToEnd();
  });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const note = () => {
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEndPx;
      if (atEnd.current) setUnseen((waiting) => (waiting.length === 0 ? waiting : []));
    };
    const letGo = () => {
      pinned.current = null;
      setTarget(null);
    };
    element.addEventListener("scroll", note, { passive: true });
    for (const move of userMoves) element.addEventListener(move, letGo, { passive: true });
    // The composer grows and shrinks below: who was at the end stays there.
    const resized = new ResizeObserver(() => endStays());
    resized.observe(element);
    return () => {
      element.removeEventListener("scroll", note);
      for (const move of userMoves) element.removeEventListener(move, letGo);
      resized.disconnect();
    };
  }, [scroller]);

  return { unseen, toEnd, goTo: setTarget };
}
