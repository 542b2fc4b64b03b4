"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";
import { useCachedRows } from "@/modules/tickets/components/use-cached-rows";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import type { MessageView } from "../../schema";

export interface Reading {
  readonly ticketId: string;
  readonly number: number;
  readonly seenAt: string | null;
  readonly last: MessageView | undefined;
}

/** A ticket is read once its last message was on a screen that somebody could see. */
export function useMarkSeen(
  scroller: RefObject<HTMLDivElement | null>,
  reading: Reading,
  isRendered: boolean,
) {
  const { seen } = useCachedRows();
  const markSeen = trpc.tickets.markSeen.useMutation();
  const lastId = reading.last?.id;
  const isRead =
    reading.last === undefined ||
    (reading.seenAt !== null && reading.seenAt >= reading.last.createdAt);

  const read = useEffectEvent(() => {
    if (reading.last === undefined || document.visibilityState !== "visible") return;
    const { ticketId, number, last } = reading;
    seen(ticketId, number, last.createdAt);
    markSeen.mutate({ commandId: newId(), ticketId, seenAt: last.createdAt });
  });

  useEffect(() => {
    const root = scroller.current;
    if (root === null || lastId === undefined || isRead || !isRendered) return;
    const article = root.querySelector(`[data-message="${lastId}"]`);
    if (article === null) return;
    let onScreen = false;
    const look = () => onScreen && read();
    const watch = new IntersectionObserver(
      (entries) => {
        onScreen = entries.some((entry) => entry.isIntersecting);
        look();
      },
      { root },
    );
    watch.observe(article);
    document.addEventListener("visibilitychange", look);
    return () => {
      watch.disconnect();
      document.removeEventListener("visibilitychange", look);
    };
  }, [scroller, lastId, isRead, isRendered]);
}
