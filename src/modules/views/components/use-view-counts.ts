"use client";

import { useEffect, useRef } from "react";
import { useLiveRoom } from "@/live/use-live-room";
import { rooms } from "@/platform/realtime/rooms";
import { trpc } from "@/trpc/client";
import type { Uncounted } from "../client";

export type ShownCounts = {
  readonly counts: Readonly<Record<string, number | null>>;
  /** Why a view has no number. */
  readonly uncounted: Readonly<Record<string, Uncounted>>;
  /** Above 0 something is left undone, because more is asked of the servers than they can do. */
  readonly surge: number;
};

/** However much happens, the numbers are asked for at most this often. */
const pauseMs = 2_000;
/** How often what changes by the clock alone is counted again. */
const clockMs = 60_000;

/** How many tickets each view holds, right within a few seconds of any change. */
export function useViewCounts(): ShownCounts | undefined {
  const query = trpc.views.counts.useQuery(undefined, {
    // What is younger than an hour is another number by and by, though nothing happens.
    refetchInterval: ({ state }) => (state.data?.moves === true ? clockMs : false),
  });
  const utils = trpc.useUtils();
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const ask = () => {
    waiting.current ??= setTimeout(() => {
      waiting.current = undefined;
      void utils.views.counts.invalidate();
    }, pauseMs);
  };
  useEffect(() => () => clearTimeout(waiting.current), []);
  useLiveRoom(rooms.queue(), { asOf: query.data?.asOf, onEvent: ask, onGap: ask });
  return query.data;
}
