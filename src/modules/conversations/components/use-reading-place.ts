"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { MessageView } from "../schema";

const nearPx = 48;
const marginPx = 16;

interface ReadingPlace {
  readonly ticketId: string | undefined;
  readonly messages: readonly MessageView[];
  readonly firstUnreadId: string | null;
  /** Changes when oneself sends: that is always shown. */
  readonly sentCount: number;
  readonly meId: string;
}

const articleOf = (scroller: HTMLElement, id: string) =>
  scroller.querySelector<HTMLElement>(`[data-message="${id}"]`);

/**
 * Opens at the first unread message. What arrives while somebody reads further up waits behind a
 * pill; nothing scrolls under their eyes.
 */
export function useReadingPlace(scroller: RefObject<HTMLDivElement | null>, place: ReadingPlace) {
  const { ticketId, messages, firstUnreadId, sentCount, meId } = place;
  const [unseen, setUnseen] = useState<readonly MessageView[]>([]);
  const atEnd = useRef(true);
  const known = useRef<{
    ticketId: string | undefined;
    lastId: string | undefined;
    firstId: string | undefined;
    height: number;
  }>({ ticketId: undefined, lastId: undefined, firstId: undefined, height: 0 });
  const lastId = messages.at(-1)?.id;
  const firstId = messages[0]?.id;

  const toEnd = () => {
    const element = scroller.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
    setUnseen([]);
  };

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || ticketId === undefined) return;
    const before = known.current;
    const height = element.scrollHeight;
    known.current = { ticketId, lastId, firstId, height };
    const grewAbove = before.ticketId === ticketId && before.firstId !== firstId;
    // Older ones came above: what one reads stays where it is, whatever the browser itself does.
    if (grewAbove && before.lastId === lastId) {
      element.style.overflowAnchor = "none";
      element.scrollTop += height - before.height;
      requestAnimationFrame(() => {
        element.style.overflowAnchor = "";
      });
      return;
    }
    if (before.ticketId !== ticketId) {
      setUnseen([]);
      const article = firstUnreadId === null ? null : articleOf(element, firstUnreadId);
      element.scrollTop =
        article === null || firstUnreadId === messages[0]?.id
          ? firstUnreadId === null
            ? element.scrollHeight
            : 0
          : article.offsetTop - 3 * marginPx;
      return;
    }
    if (before.lastId === lastId) return;
    const place = messages.findIndex((message) => message.id === before.lastId);
    const added = messages.slice(place + 1).filter((message) => message.author.id !== meId);
    if (atEnd.current) element.scrollTop = element.scrollHeight;
    else if (added.length > 0) setUnseen((waiting) => [...waiting, ...added]);
  }, [scroller, ticketId, lastId, firstId, messages, firstUnreadId, meId]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element !== null && sentCount > 0) element.scrollTop = element.scrollHeight;
  }, [scroller, sentCount]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const note = () => {
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx;
      if (atEnd.current) setUnseen((waiting) => (waiting.length === 0 ? waiting : []));
    };
    element.addEventListener("scroll", note, { passive: true });
    // The composer grows and shrinks below: who was at the end stays there.
    const resized = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    resized.observe(element);
    return () => {
      element.removeEventListener("scroll", note);
      resized.disconnect();
    };
  }, [scroller]);

  return { unseen, toEnd };
}
