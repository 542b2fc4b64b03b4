"use client";

import { useLiveRoom } from "@/live/use-live-room";
import { useMe } from "@/modules/tickets/components/me";
import { rooms } from "@/platform/realtime/rooms";
import type { LiveEvent } from "@/platform/realtime/wire";
import { trpc } from "@/trpc/client";
import { applyToViews, type View } from "../client";

const none: readonly View[] = [];

/** The views that somebody sees; a change by anybody shows here by itself. */
export function useViews(): readonly View[] {
  const me = useMe();
  const utils = trpc.useUtils();
  const query = trpc.views.list.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY });
  const ask = () => {
    void utils.views.list.invalidate();
    void utils.views.counts.invalidate();
  };
  const onEvent = (event: LiveEvent) => {
    const shown = utils.views.list.getData();
    if (shown !== undefined && applyToViews(shown, event) === "refetch") ask();
  };
  const following = { asOf: query.data?.asOf, onEvent, onGap: ask };
  useLiveRoom(rooms.queue(), following);
  useLiveRoom(rooms.person(me.id), following);
  return query.data?.views ?? none;
}
