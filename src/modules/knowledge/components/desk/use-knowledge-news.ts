"use client";

import { useLiveRoom } from "@/live/use-live-room";
import { rooms } from "@/platform/realtime/rooms";
import { trpc } from "@/trpc/client";
import { applyToKnowledge } from "../../live";

/** What others change shows here by itself. */
export function useKnowledgeNews(asOf: number | undefined): void {
  const utils = trpc.useUtils();
  const ask = () => void utils.knowledge.invalidate();
  useLiveRoom(rooms.queue(), {
    asOf,
    onEvent: (event) => {
      if (applyToKnowledge({ asOf: asOf ?? 0 }, event) === "refetch") ask();
    },
    onGap: ask,
  });
}
