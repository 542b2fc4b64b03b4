"use client";

import { useEffect, useRef } from "react";
import { useLiveRoom } from "@/live/use-live-room";
import { useMe } from "@/modules/tickets/components/me";
import { rooms } from "@/platform/realtime/rooms";
import type { LiveEvent } from "@/platform/realtime/wire";
import { type RouterOutputs, trpc } from "@/trpc/client";

export type Unread = RouterOutputs["notifications"]["unread"];

/** Several things at once are counted once. */
const pauseMs = 250;

/** What is unread, right on every tab and device a moment after any of them changed it. */
export function useUnread(onEvent?: (event: LiveEvent) => void): Unread | undefined {
  const me = useMe();
  const query = trpc.notifications.unread.useQuery();
  const utils = trpc.useUtils();
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const ask = () => {
    waiting.current ??= setTimeout(() => {
      waiting.current = undefined;
      void utils.notifications.unread.invalidate();
    }, pauseMs);
  };
  useEffect(() => () => clearTimeout(waiting.current), []);
  useLiveRoom(rooms.person(me.id), {
    asOf: query.data?.asOf,
    onEvent: (event) => {
      if (event.name === "notification.changed") ask();
      onEvent?.(event);
    },
    onGap: ask,
  });
  return query.data;
}
